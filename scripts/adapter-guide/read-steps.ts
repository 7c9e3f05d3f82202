/** What a guide tells its reader to do: write a file, or run a command. */
export type Step =
  | { readonly kind: 'file'; readonly path: string; readonly content: string }
  | { readonly kind: 'command'; readonly command: string };

const fence = /^```(\w+)\n([\s\S]*?)^```$/gm;

/**
 * The steps of a guide, in their order: each `ts` block is the file its first line names, each line of a `sh` block is a
 * command. Blocks of other languages are to be looked at.
 */
export function readSteps(markdown: string): readonly Step[] {
  return [...markdown.matchAll(fence)].flatMap(([, language, text = '']): readonly Step[] => {
    if (language === 'sh')
      return text
        .trim()
        .split('\n')
        .map((command) => ({ kind: 'command', command }));
    if (language !== 'ts') return [];
    const [, path, content] = /^\/\/ (\S+)\n([\s\S]*)$/.exec(text) ?? [];
    return path === undefined || content === undefined ? [] : [{ kind: 'file', path, content }];
  });
}
