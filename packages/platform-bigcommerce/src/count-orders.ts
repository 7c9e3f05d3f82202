import type { OrderCountSpan } from '@regulars/adapter-contracts';
import { plus, secondMs } from '@regulars/core/shared';
import { z } from 'zod';
import type { BigCommerceClient } from './api/client.ts';
import { readAnswer } from './api/read-answer.ts';
import type { BigCommerceConfig } from './config.ts';
import { incompleteStatusId } from './model/order-status.ts';
import { toSecond } from './wire/wire.ts';

const wireCount = z.object({ statuses: z.array(z.object({ id: z.int(), count: z.int().nonnegative() })) });

/** Counts by when orders were placed. Both ends are counted in there, and times are whole seconds. */
export async function countOrders(
  client: BigCommerceClient,
  { channelId }: BigCommerceConfig,
  { from, until }: OrderCountSpan,
): Promise<{ orders: number }> {
  const answer = await client.get('v2/orders/count', {
    min_date_created: toSecond(from),
    max_date_created: toSecond(plus(until, -secondMs)),
    ...(channelId === undefined ? {} : { channel_id: channelId }),
  });
  const { statuses } = readAnswer(wireCount, answer);
  const placed = statuses.filter(({ id }) => id !== incompleteStatusId);
  return { orders: placed.reduce((sum, { count }) => sum + count, 0) };
}
