/** The small lines below a figure; what is not there is left out. */
export function Notes({ lines }: { readonly lines: readonly (string | false)[] }) {
  return lines.flatMap((line) =>
    line === false
      ? []
      : [
          <span key={line} style={{ display: 'block' }}>
            {line}
          </span>,
        ],
  );
}
