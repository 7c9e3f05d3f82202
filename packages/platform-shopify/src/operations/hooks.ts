import { z } from 'zod';
import { defineOperation } from '../api/operation.ts';
import { pageInfo, userErrors } from './fields.ts';

export const listSubscriptions = defineOperation(
  z.object({
    webhookSubscriptions: z.object({
      pageInfo,
      nodes: z.array(z.object({ id: z.string(), topic: z.string(), uri: z.string(), format: z.string() })),
    }),
  }),
  /* GraphQL */ `query ListSubscriptions($after: String) {
  webhookSubscriptions(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { id topic uri format }
  }
}`,
);

export const createSubscription = defineOperation(
  z.object({ webhookSubscriptionCreate: z.object({ userErrors }) }),
  /* GraphQL */ `mutation CreateSubscription($topic: WebhookSubscriptionTopic!, $uri: String!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri, format: JSON }) {
    userErrors { field message }
  }
}`,
);
