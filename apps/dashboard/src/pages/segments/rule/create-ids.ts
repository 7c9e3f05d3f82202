import type { MakeId } from './rule-draft.ts';

/** Names for the parts of one tree: `p1`, `p2`, … */
export function createIds(): MakeId {
  let last = 0;
  return () => `p${(last += 1)}`;
}
