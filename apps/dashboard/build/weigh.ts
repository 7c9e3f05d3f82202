/** What is needed of a chunk of the bundle to weigh it. */
export interface WeighedChunk {
  readonly fileName: string;
  readonly isEntry: boolean;
  /** Chunks that come with it at once, and those that come when they are wanted. */
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly compressedBytes: number;
}

export interface Weight {
  /** What the browser fetches before anything is shown: the entry and all it imports at once. */
  readonly initialBytes: number;
  /** The same with the language and the page that weigh most: the most it can be. */
  readonly heaviest: { readonly fileName: string; readonly bytes: number };
}

/**
 * What the dashboard weighs when it is opened.
 *
 * @param words the chunks that hold a language each, of which a viewer fetches one
 */
export function weigh(chunks: readonly WeighedChunk[], words: readonly string[]): Weight {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const closureOf = (fileNames: readonly string[], seen = new Set<string>()): Set<string> => {
    for (const fileName of fileNames) {
      if (seen.has(fileName)) continue;
      seen.add(fileName);
      closureOf(byName.get(fileName)?.imports ?? [], seen);
    }
    return seen;
  };
  const bytesOf = (fileNames: Iterable<string>) =>
    [...fileNames].reduce((sum, fileName) => sum + (byName.get(fileName)?.compressedBytes ?? 0), 0);
  const entries = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
  const initialBytes = bytesOf(closureOf(entries));
  const wordBytes = Math.max(0, ...words.map((fileName) => bytesOf([fileName])));
  const [heaviest] = entries
    .flatMap((fileName) => byName.get(fileName)?.dynamicImports ?? [])
    .filter((fileName) => !words.includes(fileName))
    .map((fileName) => ({ fileName, bytes: bytesOf(closureOf([...entries, fileName])) + wordBytes }))
    .toSorted((a, b) => b.bytes - a.bytes);
  return { initialBytes, heaviest: heaviest ?? { fileName: '', bytes: initialBytes } };
}
