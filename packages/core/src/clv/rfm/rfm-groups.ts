/** What a store would call its customers by their scores, the most valuable first. */
export type RfmGroupId =
  | 'champions'
  | 'loyal'
  | 'potential_loyalists'
  | 'new_customers'
  | 'promising'
  | 'need_attention'
  | 'about_to_sleep'
  | 'at_risk'
  | 'cannot_lose'
  | 'hibernating'
  | 'lost';

type Range = readonly [from: number, to: number];

/** A group is one or more rectangles of recency by value, ends included. */
export interface RfmGroup {
  readonly id: RfmGroupId;
  readonly name: string;
  readonly description: string;
  readonly cells: readonly { readonly recency: Range; readonly value: Range }[];
}

/**
 * Eleven groups that share out the 25 pairs of recency and value, value being the mean of frequency and monetary score,
 * halves rounded up. So they share out all 125 scores.
 *
 * Source: the segment map of Putler, “RFM Analysis For Successful Customer Segmentation”, which sets recency against the
 * mean of the other two. Its ranges overlap; here each pair is in the group whose description fits it best.
 */
export const rfmGroups: readonly RfmGroup[] = [
  {
    id: 'champions',
    name: 'Champions',
    description: 'Bought lately, buy often and spend the most.',
    cells: [{ recency: [4, 5], value: [4, 5] }],
  },
  {
    id: 'loyal',
    name: 'Loyal customers',
    description: 'Buy often and spend well, if not quite lately.',
    cells: [{ recency: [3, 3], value: [4, 5] }],
  },
  {
    id: 'potential_loyalists',
    name: 'Potential loyalists',
    description: 'Bought lately, and more than a little.',
    cells: [{ recency: [4, 5], value: [2, 3] }],
  },
  {
    id: 'new_customers',
    name: 'New customers',
    description: 'Bought most lately, and little so far.',
    cells: [{ recency: [5, 5], value: [1, 1] }],
  },
  {
    id: 'promising',
    name: 'Promising',
    description: 'Bought rather lately, and little so far.',
    cells: [{ recency: [4, 4], value: [1, 1] }],
  },
  {
    id: 'need_attention',
    name: 'Need attention',
    description: 'In the middle of everything; may go either way.',
    cells: [{ recency: [3, 3], value: [3, 3] }],
  },
  {
    id: 'about_to_sleep',
    name: 'About to sleep',
    description: 'Bought little, some time ago.',
    cells: [{ recency: [3, 3], value: [1, 2] }],
  },
  {
    id: 'at_risk',
    name: 'At risk',
    description: 'Bought often or much, but long ago.',
    cells: [
      { recency: [2, 2], value: [3, 5] },
      { recency: [1, 1], value: [3, 3] },
    ],
  },
  {
    id: 'cannot_lose',
    name: 'Cannot lose them',
    description: 'Were among the best, and have not come back for longest.',
    cells: [{ recency: [1, 1], value: [4, 5] }],
  },
  {
    id: 'hibernating',
    name: 'Hibernating',
    description: 'Bought little, long ago.',
    cells: [
      { recency: [2, 2], value: [1, 2] },
      { recency: [1, 1], value: [2, 2] },
    ],
  },
  {
    id: 'lost',
    name: 'Lost',
    description: 'Bought least, and longest ago.',
    cells: [{ recency: [1, 1], value: [1, 1] }],
  },
];
