const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** Lets the arrow keys move the keyboard from a row's link or button to the next row's, while it stands on one; a `ref`. */
export function moveAlongRows(body: HTMLElement | null): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...(body?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    if (at === -1) return;
    event.preventDefault();
    links[step(at, links.length - 1)]?.focus();
  };
  body?.addEventListener('keydown', onKeyDown);
  return () => body?.removeEventListener('keydown', onKeyDown);
}
