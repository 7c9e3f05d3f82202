import {
  AdapterError,
  type AdapterContext,
  type ExistingDiscountCode,
  type PlatformConnection,
} from '@regulars/adapter-contracts';
import { toDecimal, type Money } from '@regulars/core/shared';
import { z } from 'zod';
import { createCallback } from './callback-client.ts';
import type { WebhookConfig } from './config.ts';
import { toWireDiscount } from './to-wire-discount.ts';

const wireCode = z.object({
  externalId: z.union([z.string().min(1), z.int()]).transform(String),
  code: z.string().min(1),
  rewardId: z.string().nullish(),
  timesUsed: z.int().nonnegative().optional().default(0),
});

/** A system that is not ours makes the discount codes, asked through its callback. */
export function connect(config: WebhookConfig, context: AdapterContext): PlatformConnection {
  const ask = createCallback(config, context);
  const toAmount = (money: Money): number | string =>
    config.moneyFormat === 'minor' ? money.amountMinor : toDecimal(money);
  return {
    async checkAccess() {
      // Without a callback nothing is ever asked of the shop, so there is nothing that could fail.
      if (config.callbackUrl !== undefined) await ask('ping', {});
      return { storeName: null, currency: null };
    },
    async findDiscountCode(code) {
      const answer = z.object({ discount: wireCode.nullable() }).safeParse(await ask('discount.find', { code }));
      if (!answer.success) throw unreadable('notDone');
      return answer.data.discount === null ? null : toExisting(answer.data.discount);
    },
    async createDiscountCode(discountCode) {
      const answer = wireCode.safeParse(await ask('discount.create', toWireDiscount(discountCode, toAmount)));
      if (!answer.success) throw unreadable('unknown');
      return { ...toExisting(answer.data), rewardId: discountCode.rewardId };
    },
    async deleteDiscountCode(externalId) {
      await ask('discount.delete', { externalId });
    },
    countOrders: async () => {
      throw new AdapterError('A signed webhook only tells what happens; it cannot be asked for a count.', {
        kind: 'misconfigured',
        outcome: 'notDone',
      });
    },
    close: async () => undefined,
  };
}

function toExisting(wire: z.output<typeof wireCode>): ExistingDiscountCode {
  return { externalId: wire.externalId, code: wire.code, rewardId: wire.rewardId ?? null, timesUsed: wire.timesUsed };
}

function unreadable(outcome: 'notDone' | 'unknown'): AdapterError {
  return new AdapterError("The callback's answer is not what was asked for.", { kind: 'unavailable', outcome });
}
