import { AdapterError, type DiscountCode, type ExistingDiscountCode } from '@regulars/adapter-contracts';
import { minuteMs, plus, toDecimal, toIsoString, type Instant } from '@regulars/core/shared';
import type { ShopifyClient } from './api/client.ts';
import { findCustomer } from './operations/customers.ts';
import {
  createBasicDiscount,
  createFreeShippingDiscount,
  deleteDiscount,
  findDiscount,
  type DiscountNode,
} from './operations/discounts.ts';

/** The tag that marks a discount as one of ours; it is for search, and customers do not see it. */
const rewardTag = 'regulars-reward:';

/** The discount with this code, or null. Shopify compares codes without case. */
export async function findDiscountCode(client: ShopifyClient, code: string): Promise<ExistingDiscountCode | null> {
  const { data } = await client.call(findDiscount, { code });
  return data.codeDiscountNodeByCode === null ? null : toExisting(data.codeDiscountNodeByCode, code);
}

/** A code holds at once, also where Shopify's clock is behind ours. */
const headStartMs = 5 * minuteMs;

/** Makes a discount of one code; Shopify itself refuses a code it has, as `invalid`. */
export async function createDiscountCode(
  client: ShopifyClient,
  discountCode: DiscountCode,
  now: Instant,
): Promise<ExistingDiscountCode> {
  if (discountCode.discount.kind === 'percent') refuseUnless(isPercent(discountCode.discount.percent));
  const buyers = await toContext(client, discountCode.restrictedToEmail);
  const common = toCommonInput(discountCode, plus(now, -headStartMs), buyers);
  const { data } =
    discountCode.discount.kind === 'freeShipping'
      ? await client.call(createFreeShippingDiscount, { discount: { ...common, destination: { all: true } } })
      : await client.call(createBasicDiscount, { discount: { ...common, customerGets: toCustomerGets(discountCode) } });
  const { codeDiscountNode: node, userErrors } = data;
  if (userErrors.length > 0) throw toRefusal(userErrors.some(({ code }) => code === 'TAKEN'));
  if (node !== null) return toExisting(node, discountCode.code);
  throw new AdapterError('Shopify answered, but not with the discount.', { kind: 'unavailable', outcome: 'unknown' });
}

/** Deletes for good; one that is gone already is as good as deleted. */
export async function deleteDiscountCode(client: ShopifyClient, externalId: string): Promise<void> {
  if (!/^\d+$/.test(externalId))
    throw new AdapterError('This is no id of a discount.', { kind: 'invalid', outcome: 'notDone' });
  // Its only user error is that there is no such discount.
  await client.call(deleteDiscount, { id: `gid://shopify/DiscountCodeNode/${externalId}` });
}

function toCommonInput(
  { code, rewardId, usageLimit, expiresAt, minimumSpend, discount }: DiscountCode,
  startsAt: Instant,
  context: object,
): object {
  return {
    // Customers see the title at the checkout, so it says no more than the code does.
    title: code,
    code,
    startsAt: toIsoString(startsAt),
    endsAt: expiresAt === null ? null : toIsoString(expiresAt),
    usageLimit,
    appliesOncePerCustomer: true,
    context,
    ...(minimumSpend === null
      ? {}
      : { minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: toDecimal(minimumSpend) } } }),
    // Free shipping goes with what lowers prices; nothing else goes with another discount.
    combinesWith: {
      orderDiscounts: discount.kind === 'freeShipping',
      productDiscounts: discount.kind === 'freeShipping',
      shippingDiscounts: false,
    },
    tags: ['regulars', rewardTag + rewardId],
  };
}

/** A share is told as a fraction of one; an amount is taken off the order once, not off each item. */
function toCustomerGets({ discount, productExternalIds }: DiscountCode): object {
  const items =
    productExternalIds === undefined
      ? { all: true }
      : { products: { productsToAdd: productExternalIds.map((id) => `gid://shopify/Product/${id}`) } };
  if (discount.kind === 'percent') return { value: { percentage: toFraction(discount.percent) }, items };
  if (discount.kind === 'fixed')
    return { value: { discountAmount: { amount: toDecimal(discount.amount), appliesOnEachItem: false } }, items };
  throw new TypeError('Free shipping is no discount on items.');
}

/** Shopify binds a discount to customers it knows, by id; an address it does not know cannot be bound to. */
async function toContext(client: ShopifyClient, email: string | null): Promise<object> {
  if (email === null) return { all: 'ALL' };
  const { data } = await client.call(findCustomer, { email });
  const customer = data.customerByIdentifier;
  if (customer !== null) return { customers: { add: [customer.id] } };
  throw new AdapterError('The store knows no customer of this address, so the code cannot be bound to them.', {
    kind: 'invalid',
    outcome: 'notDone',
  });
}

function toExisting({ id, codeDiscount }: DiscountNode, asked: string): ExistingDiscountCode {
  const codes = codeDiscount.codes?.nodes.map(({ code }) => code) ?? [];
  const tag = codeDiscount.tags.find((each) => each.startsWith(rewardTag));
  return {
    externalId: /\/(\d+)$/.exec(id)?.[1] ?? id,
    // A discount may have thousands of codes, of which the first is told.
    code: codes.find((code) => code.toLowerCase() === asked.toLowerCase()) ?? asked,
    rewardId: tag === undefined ? null : tag.slice(rewardTag.length),
    timesUsed: codeDiscount.asyncUsageCount,
  };
}

/** Free of what binary fractions add: 33.3 per cent are 0.333. */
function toFraction(percent: number): number {
  return Math.round(percent * 10_000) / 1_000_000;
}

function isPercent(percent: number): boolean {
  return percent > 0 && percent <= 100;
}

function refuseUnless(isRight: boolean): void {
  if (isRight) return;
  throw new AdapterError('A discount is more than 0 and at most 100 per cent.', {
    kind: 'invalid',
    outcome: 'notDone',
  });
}

function toRefusal(isTaken: boolean): AdapterError {
  const message = isTaken ? 'The store has this code already.' : 'Shopify refuses the discount as invalid.';
  return new AdapterError(message, { kind: 'invalid', outcome: 'notDone' });
}
