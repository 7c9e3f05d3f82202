/** What an adapter may be able to do, in the words of the capability manifest, and as it is asked. */
export const abilities = {
  platform: {
    discountCodes: 'It can make single-use discount codes',
    orderCount: 'It can say how many orders it has',
    pulls: 'Its orders, customers and products can be listed',
    hooks: 'Webhooks can be registered by its API',
    thinWebhooks: 'Its webhooks only name what changed',
  },
  mail: {
    lookup: 'It can be asked what became of a message',
    receipts: 'It tells of deliveries and bounces by webhooks',
  },
} as const;

export type AdapterKind = keyof typeof abilities;

/** The three answers a package is made from. */
export interface Answers {
  /** As people call the platform or provider, e.g. `Lemonade`. */
  readonly name: string;
  readonly kind: AdapterKind;
  /** Keys of `abilities` of this kind. */
  readonly can: readonly string[];
}
