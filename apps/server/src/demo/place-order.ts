import { z } from 'zod';
import type { LineItem, Order } from '@regulars/core/commerce';
import { allocate, fail, ok, type Instant, type Result } from '@regulars/core/shared';
import type { SimulatedProduct } from '@regulars/simulator';
import { newId } from '../foundation/ids.ts';
import type { DemoGround } from './demo-ground.ts';
import type { DemoStore } from './demo-store.ts';
import { findUsableCoupon, type UsableCoupon } from './shop/coupon-repository.ts';
import { countShopOrders } from './shop/shop-order-repository.ts';
import { tellOrders } from './shop/tell-orders.ts';

const mostItems = 20;
const mostOfOne = 99;

export const placeOrderSchema = z.object({
  customer: z.object({
    email: z.email('An address such as anna@example.com.').max(254),
    firstName: z.string().trim().min(1).max(80),
    lastName: z.string().trim().max(80).default(''),
    locale: z
      .string()
      .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'A language such as en or nl-NL.')
      .optional()
      .describe('What they read best; the store’s language when left out.'),
    isConsenting: z.boolean().default(true).describe('Whether they tick the box for the shop’s letters.'),
  }),
  items: z
    .array(z.object({ productId: z.string().max(191), quantity: z.number().int().min(1).max(mostOfOne) }))
    .min(1)
    .max(mostItems),
  couponCode: z.string().trim().max(100).nullable().default(null),
});

export type PlaceOrder = z.output<typeof placeOrderSchema>;

export type OrderRefusal =
  | { readonly code: 'demo.product_not_found'; readonly path: string }
  | { readonly code: 'demo.coupon_not_usable'; readonly path: string };

/** Buys in the demo's shop, now by its clock: the shop books the order and tells it by its signed webhook. */
export async function placeOrder(
  ground: DemoGround,
  demoStore: DemoStore,
  { customer, items, couponCode }: PlaceOrder,
): Promise<Result<Order, OrderRefusal>> {
  const { simulated, store } = demoStore;
  const lines: LineItem[] = [];
  for (const [index, { productId, quantity }] of items.entries()) {
    const product = simulated.products.find(({ externalId }) => externalId === productId);
    if (product === undefined) return fail({ code: 'demo.product_not_found', path: `/items/${index}/productId` });
    lines.push(toLine(product, quantity));
  }
  const { now, coupon, sold } = await ground.database.withStore(store.id, async (tx, now) => ({
    now,
    coupon: couponCode === null || couponCode === '' ? null : await findUsableCoupon(tx, store.id, couponCode),
    sold: await countShopOrders(tx, store.id, { from: simulated.happenings[0]?.at ?? now, until: now }),
  }));
  const isUsable = coupon !== null && isFor(coupon, customer.email, sumOf(lines));
  if (couponCode !== null && couponCode !== '' && !isUsable) {
    return fail({ code: 'demo.coupon_not_usable', path: '/couponCode' });
  }
  const known = simulated.customers.find(({ email }) => email.toLowerCase() === customer.email.toLowerCase());
  const order = toOrder(
    demoStore,
    { lines, coupon, now, number: `W${1_000 + sold}` },
    customer,
    known?.externalId ?? null,
  );
  await tellOrders(ground, demoStore, [order]);
  return ok(order);
}

const sumOf = (lines: readonly LineItem[]) => lines.reduce((sum, { subtotalMinor }) => sum + subtotalMinor, 0);

function isFor({ restrictedToEmail, minimumMinor }: UsableCoupon, email: string, itemsMinor: number): boolean {
  const isTheirs = restrictedToEmail === null || restrictedToEmail.toLowerCase() === email.toLowerCase();
  return isTheirs && (minimumMinor === null || itemsMinor >= minimumMinor);
}

function toLine(
  { externalId, title, priceMinor, categories, tags, isDigital }: SimulatedProduct,
  quantity: number,
): LineItem {
  return {
    externalId: null,
    productExternalId: externalId,
    variantExternalId: null,
    sku: null,
    name: title,
    quantity,
    subtotalMinor: priceMinor * quantity,
    discountMinor: 0,
    taxMinor: 0,
    categories,
    tags,
    isDigital,
  };
}

interface Basket {
  readonly lines: readonly LineItem[];
  readonly coupon: UsableCoupon | null;
  readonly now: Instant;
  readonly number: string;
}

function toOrder(
  { store }: DemoStore,
  { lines, coupon, now, number }: Basket,
  { email, firstName, lastName, locale, isConsenting }: PlaceOrder['customer'],
  externalId: string | null,
): Order {
  const itemsMinor = sumOf(lines);
  const discountMinor = coupon === null ? 0 : discountOf(coupon, itemsMinor);
  const shares = allocate(
    discountMinor,
    lines.map(({ subtotalMinor }) => subtotalMinor),
  );
  return {
    externalId: newId(),
    number,
    placedAt: now,
    paidAt: now,
    updatedAt: now,
    status: 'paid',
    platformStatus: 'paid',
    currency: store.currency,
    totals: {
      itemsMinor,
      discountMinor,
      shippingMinor: 0,
      taxMinor: 0,
      grandMinor: itemsMinor - discountMinor,
      refundedMinor: 0,
    },
    customer: {
      externalId,
      email,
      phone: null,
      firstName,
      lastName: lastName === '' ? null : lastName,
      locale: locale ?? store.locale,
      consent: isConsenting ? { state: 'subscribed', at: now, source: 'checkout' } : null,
    },
    billingAddress: null,
    shippingAddress: null,
    lineItems: lines.map((line, index) => ({ ...line, discountMinor: shares[index] ?? 0 })),
    refunds: [],
    couponCodes: coupon === null ? [] : [coupon.code],
    source: null,
    attributes: {},
    isTest: false,
    isRenewal: false,
  };
}

function discountOf({ discount }: UsableCoupon, itemsMinor: number): number {
  const wanted = discount.kind === 'percent' ? Math.round((itemsMinor * discount.percent) / 100) : discount.amountMinor;
  return Math.min(wanted, itemsMinor);
}
