import type { PulledPage } from '@regulars/adapter-contracts';

/** Takes pages of a pull until there is none, or until so many. */
export async function takePages(
  pages: AsyncIterable<PulledPage>,
  count = Number.POSITIVE_INFINITY,
): Promise<PulledPage[]> {
  const taken: PulledPage[] = [];
  for await (const page of pages) {
    taken.push(page);
    if (taken.length >= count) break;
  }
  return taken;
}
