import { parseInstant } from '@regulars/core/shared';
import { z } from 'zod';

const notId = { error: 'Must be a whole number greater than zero.' };

/** A resource's number, as text: `parseJson` leaves large ones as they were written. */
export const id = z.union([z.int().positive().transform(String), z.string().regex(/^\d+$/)], notId);

export const optionalId = id.nullish().transform((value) => value ?? null);

const notGid = { error: 'Must be an id such as "gid://shopify/Order/450789469".' };

/** The number within a global id. Deletions, refunds and the shop's own exports tell the number only, so that is the id. */
export const gid = z
  .string(notGid)
  .regex(/^gid:\/\/shopify\/[A-Za-z]+\/\d+/, notGid)
  .transform((value) => /\/(\d+)[^/]*$/.exec(value)?.[1] ?? value);

export const optionalGid = gid.nullish().transform((value) => value ?? null);

/** Both forms of a resource's own id; the global one is exact even where somebody re-wrote the JSON on its way. */
export const ownId = { id: optionalId, admin_graphql_api_id: optionalGid };

/** @returns null when neither form is there. */
export function toOwnId(wire: { readonly id: string | null; readonly admin_graphql_api_id: string | null }) {
  return wire.admin_graphql_api_id ?? wire.id;
}

const notDecimal = { error: 'Must be a decimal string such as "19.90", below 100 billion.' };

/** Money as Shopify writes it. Numbers would be binary fractions, so they are refused. */
export const amount = z.string(notDecimal).regex(/^-?\d{1,11}(\.\d+)?$/, notDecimal);

export const optionalAmount = amount.nullish().transform((value) => value ?? '0');

/** An amount in both currencies; only the shop's is kept, in which everything is counted. */
const shopMoney = z.object({ shop_money: z.object({ amount }) }).transform(({ shop_money: money }) => money.amount);

export const optionalShopMoney = shopMoney.nullish().transform((value) => value ?? '0');

/** Text that is '' or null where there is none. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);

const notDate = { error: 'Must be a date and time with a zone such as "2026-11-22T10:00:00+01:00".' };

export const date = z.string(notDate).transform((value, context) => {
  const instant = parseInstant(value);
  if (instant !== null) return instant;
  context.issues.push({ code: 'custom', message: notDate.error, input: value });
  return z.NEVER;
});

export const optionalDate = date.nullish().transform((value) => value ?? null);

/** Tags are one text with commas in webhooks. */
export const tags = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .transform((value) => {
    const each = typeof value === 'string' ? value.split(',') : (value ?? []);
    return each.map((tag) => tag.trim()).filter((tag) => tag !== '');
  });

/** A list that may be missing. */
export function list<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .nullish()
    .transform((value): readonly z.output<Item>[] => value ?? []);
}
