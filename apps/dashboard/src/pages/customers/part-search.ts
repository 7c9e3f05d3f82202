const customerParts = ['timeline', 'orders', 'friends'] as const;
export type CustomerPart = (typeof customerParts)[number];

/** Which part of a customer's page the address names; without: the timeline. */
export function parsePartSearch(search: Record<string, unknown>): { readonly part?: CustomerPart } {
  const part = customerParts.find((known) => known === search['part']);
  return part === undefined || part === 'timeline' ? {} : { part };
}
