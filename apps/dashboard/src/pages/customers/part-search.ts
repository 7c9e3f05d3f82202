const customerParts = ['timeline', 'orders', 'friends'] as const;
export type CustomerPart = (typeof customerParts)[number];

export interface PartSearch {
  readonly part?: CustomerPart;
  /** The id of an order the timeline is opened at. */
  readonly order?: string;
}

/** Which part of a customer's page the address names; without: the timeline, at an order where it names one. */
export function parsePartSearch(search: Record<string, unknown>): PartSearch {
  const part = customerParts.find((known) => known === search['part']);
  if (part !== undefined && part !== 'timeline') return { part };
  return typeof search['order'] === 'string' ? { order: search['order'] } : {};
}
