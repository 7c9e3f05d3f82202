import { AdapterError, type DiscountCode, type ExistingDiscountCode } from '@regulars/adapter-contracts';
import type { Instant } from '@regulars/core/shared';
import type { ShopifyClient } from './api/client.ts';
import { findCustomer } from './operations/customers.ts';
import {
  createBasicDiscount,
  createFreeShippingDiscount,
  deleteDiscount,
  findDiscount,
  type DiscountNode,
} from './operations/discounts.ts';
import { readPrice } from './operations/products.ts';
import { rewardTag, toCommonInput, toCustomerGets } from './to-discount-input.ts';

/** The discount with this code, or null. Shopify compares codes without case. */
export async function findDiscountCode(client: ShopifyClient, code: string): Promise<ExistingDiscountCode | null> {
  const { data } = await client.call(findDiscount, { code });
  return data.codeDiscountNodeByCode === null ? null : toExisting(data.codeDiscountNodeByCode, code);
}

/** Makes a discount of one code; Shopify itself refuses a code it has, as `invalid`. */
export async function createDiscountCode(
  client: ShopifyClient,
  discountCode: DiscountCode,
  now: Instant,
): Promise<ExistingDiscountCode> {
  refuseImpossible(discountCode);
  const common = toCommonInput(discountCode, now, await toContext(client, discountCode.restrictedToEmail));
  const { data } =
    discountCode.discount.kind === 'freeShipping'
      ? await client.call(createFreeShippingDiscount, { discount: { ...common, destination: { all: true } } })
      : await client.call(createBasicDiscount, {
          discount: {
            ...common,
            customerGets: toCustomerGets(discountCode, await readGiftPrice(client, discountCode)),
          },
        });
  const { codeDiscountNode: node, userErrors } = data;
  if (userErrors.length > 0) throw toRefusal(userErrors.some(({ code }) => code === 'TAKEN'));
  if (node !== null) return toExisting(node, discountCode.code);
  throw new AdapterError('Shopify answered, but not with the discount.', { kind: 'unavailable', outcome: 'unknown' });
}

/** Deletes for good; one that is gone already is as good as deleted. */
export async function deleteDiscountCode(client: ShopifyClient, externalId: string): Promise<void> {
  if (!/^\d+$/.test(externalId)) throw refusal('This is no id of a discount.');
  // Its only user error is that there is no such discount.
  await client.call(deleteDiscount, { id: `gid://shopify/DiscountCodeNode/${externalId}` });
}

/** Shopify binds a discount to customers it knows, by id; an address it does not know cannot be bound to. */
async function toContext(client: ShopifyClient, email: string | null): Promise<object> {
  if (email === null) return { all: 'ALL' };
  const { data } = await client.call(findCustomer, { email });
  const customer = data.customerByIdentifier;
  if (customer !== null) return { customers: { add: [customer.id] } };
  throw new AdapterError('The store knows no customer of this address, so the code cannot be bound to them.', {
    kind: 'notFound',
    outcome: 'notDone',
  });
}

/**
 * What one piece of the gift costs, of its dearest variant. A share of 100 per cent would give away as many pieces as
 * somebody puts into the basket, and "buy X get Y" cannot have any product for X; an amount is taken off once.
 */
async function readGiftPrice(client: ShopifyClient, { discount }: DiscountCode): Promise<string | null> {
  if (discount.kind !== 'freeGift') return null;
  const { data } = await client.call(readPrice, { id: `gid://shopify/Product/${discount.productExternalId}` });
  const price = data.product?.priceRangeV2.maxVariantPrice.amount;
  if (price === undefined) throw refusal('The store does not have the product that is to be the gift.');
  return price;
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

/** What Shopify cannot do, or would do otherwise than it is meant, is refused before it is asked. */
function refuseImpossible({ discount, productExternalIds, minimumSpend }: DiscountCode): void {
  if (discount.kind === 'percent' && !(discount.percent > 0 && discount.percent <= 100))
    throw refusal('A discount is more than 0 and at most 100 per cent.');
  if (discount.kind !== 'freeGift') return;
  if (!/^\d+$/.test(discount.productExternalId)) throw refusal('A product’s id is a whole number.');
  if (productExternalIds !== undefined) throw refusal('A gift is one product, and is not limited to others.');
  if (minimumSpend !== null) throw refusal('Shopify would ask for the minimum spend on the gift itself.');
}

function refusal(message: string): AdapterError {
  return new AdapterError(message, { kind: 'invalid', outcome: 'notDone' });
}

function toRefusal(isTaken: boolean): AdapterError {
  return refusal(isTaken ? 'The store has this code already.' : 'Shopify refuses the discount as invalid.');
}
