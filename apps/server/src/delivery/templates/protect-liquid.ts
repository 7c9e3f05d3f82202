/** A text in which each piece of Liquid is a word that Markdown, HTML and URLs leave alone. */
export interface ProtectedText {
  readonly text: string;
  /** Puts the Liquid back. */
  restore(text: string): string;
  /** The Liquid that a word stands for, or null for any other word. */
  find(word: string): string | null;
}

const liquid = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

/** Takes the Liquid out, so that `{{ a | default: "b" }}` is not read as Markdown. Equal pieces get equal words. */
export function protectLiquid(source: string): ProtectedText {
  // A word the author did not write.
  let mark = 'liquid0word';
  while (source.includes(mark)) mark += 'x';
  const pieces: string[] = [];
  const text = source.replace(liquid, (piece) => {
    const known = pieces.indexOf(piece);
    return `${mark}${known >= 0 ? known : pieces.push(piece) - 1}z`;
  });
  const word = new RegExp(`${mark}(\\d+)z`, 'g');
  return {
    text,
    restore: (protectedText) => protectedText.replace(word, (_word, index: string) => pieces[Number(index)] ?? ''),
    find: (candidate) => pieces[Number(new RegExp(`^${mark}(\\d+)z$`).exec(candidate)?.[1] ?? -1)] ?? null,
  };
}

/** Paragraphs that hold nothing but tags, as Markdown makes of `{% if … %}` on a line of its own. */
export function unwrapTags(html: string, source: ProtectedText): string {
  return html.replace(/<p[^>]*>([a-z0-9\s]+)<\/p>/g, (paragraph, inner: string) => {
    const words = inner
      .trim()
      .split(/\s+/)
      .flatMap((word) => word.split(/(?<=\dz)(?=liquid0word)/));
    return words.every((word) => source.find(word)?.startsWith('{%') === true) ? inner : paragraph;
  });
}
