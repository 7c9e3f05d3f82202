import { toPlainConnection } from './connection.ts';
import type { Resolver } from './select-fields.ts';

export interface FakeSubscription {
  readonly id: string;
  /** As in GraphQL, e.g. `ORDERS_UPDATED`. */
  readonly topic: string;
  readonly uri: string;
  readonly format: 'JSON' | 'XML';
}

/** Listing and creating; one for each topic and address. */
export function toSubscriptionFields(subscriptions: FakeSubscription[]): {
  readonly queries: Readonly<Record<string, Resolver>>;
  readonly mutations: Readonly<Record<string, Resolver>>;
} {
  const refuse = (field: string, message: string) => ({
    webhookSubscription: null,
    userErrors: [{ field: [field], message, code: null }],
  });
  return {
    queries: { webhookSubscriptions: (args) => toPlainConnection(subscriptions)(args) },
    mutations: {
      webhookSubscriptionCreate: ({ topic, webhookSubscription }) => {
        const { uri, format = 'JSON' } = webhookSubscription as {
          readonly uri: string;
          readonly format?: 'JSON' | 'XML';
        };
        if (!uri.startsWith('https://')) return refuse('uri', 'Address protocol http:// is not supported');
        if (subscriptions.some((each) => each.topic === topic && each.uri === uri))
          return refuse('uri', 'Address for this topic has already been taken');
        const made = {
          id: `gid://shopify/WebhookSubscription/${subscriptions.length + 1}`,
          topic: String(topic),
          uri,
          format,
        };
        subscriptions.push(made);
        return { webhookSubscription: made, userErrors: [] };
      },
    },
  };
}
