import type { OutgoingMessage } from '@regulars/adapter-contracts';

/** What many messages have in common, with a place `%recipient.vN%` where they differ, and what stands there for each. */
export interface Skeleton {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** In the order of the messages. */
  readonly variables: readonly Readonly<Record<string, string>>[];
}

/** Between tags and between lines: there letters of one template are alike or differ as a whole. */
const pieces = {
  html: (html: string): readonly string[] => html.split(/(<[^>]*>)/),
  text: (text: string): readonly string[] => text.split(/(\n)/),
};

/** Messages of one shape have a skeleton: as many pieces of each text, and the same headers. */
export function toShape({ html, text, headers, from, replyTo, tags }: OutgoingMessage): string {
  return JSON.stringify([
    pieces.html(html).length,
    pieces.text(text).length,
    Object.keys(headers),
    from,
    replyTo,
    tags,
  ]);
}

/** The skeleton of messages of one shape. Filled in for one of them, it is that message again, to the letter. */
export function findSkeleton(messages: readonly OutgoingMessage[]): Skeleton {
  const names = new Map<string, string>();
  const variables = messages.map((): Record<string, string> => ({}));

  const weave = (columns: readonly (readonly string[])[]): string => {
    const length = columns[0]?.length ?? 0;
    return Array.from({ length }, (_, at) => {
      const values = columns.map((column) => column[at] ?? '');
      if (values.every((value) => value === values[0])) return values[0] ?? '';
      // What differs in the same way in many places is told once.
      const key = JSON.stringify(values);
      const name = names.get(key) ?? `v${names.size}`;
      names.set(key, name);
      for (const [index, known] of variables.entries()) known[name] = values[index] ?? '';
      return `%recipient.${name}%`;
    }).join('');
  };

  return {
    subject: weave(messages.map(({ subject }) => [subject])),
    html: weave(messages.map(({ html }) => pieces.html(html))),
    text: weave(messages.map(({ text }) => pieces.text(text))),
    headers: Object.fromEntries(
      Object.keys(messages[0]?.headers ?? {}).map((name) => [
        name,
        weave(messages.map(({ headers }) => [headers[name] ?? ''])),
      ]),
    ),
    variables,
  };
}
