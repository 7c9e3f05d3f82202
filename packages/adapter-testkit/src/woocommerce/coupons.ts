import type { Answer } from '../upstream/fault.ts';
import { restAnswer, restError } from './rest-answer.ts';

/** A coupon as `wc/v3` tells it. */
export interface FakeCoupon {
  readonly id: number;
  /** Lower case, whatever was asked for. */
  readonly code: string;
  readonly amount: string;
  readonly status: 'publish';
  readonly discount_type: string;
  readonly description: string;
  /** In the shop's local time, without a zone. */
  readonly date_expires: string | null;
  readonly date_expires_gmt: string | null;
  /** How often it was used; a test may raise it. */
  usage_count: number;
  readonly individual_use: boolean;
  readonly usage_limit: number | null;
  readonly usage_limit_per_user: number | null;
  readonly minimum_amount: string;
  readonly email_restrictions: readonly string[];
  readonly product_ids: readonly number[];
  /** How many pieces the discount is for; null for as many as there are. */
  readonly limit_usage_to_x_items: number | null;
  readonly used_by: readonly string[];
  readonly meta_data: readonly { readonly id: number; readonly key: string; readonly value: unknown }[];
}

type Wanted = Readonly<Record<string, unknown>>;

/**
 * `POST /coupons`: refuses what WooCommerce refuses, and bends what it bends.
 *
 * @param offsetMs - how far the shop's clock is ahead of UTC.
 */
export function createCoupon(coupons: FakeCoupon[], wanted: Wanted, offsetMs: number): Answer {
  const code = typeof wanted['code'] === 'string' ? wanted['code'].trim().toLowerCase() : '';
  if (code === '') return restError(400, 'woocommerce_rest_empty_coupon_code', 'The coupon code cannot be empty.');
  for (const name of ['amount', 'minimum_amount', 'date_expires', 'description']) {
    const value = wanted[name];
    if (value !== undefined && value !== null && typeof value !== 'string')
      return invalidParameter(name, `${name} is not of type string.`);
  }
  const kind = toText(wanted['discount_type']) ?? 'fixed_cart';
  if (!['percent', 'fixed_cart', 'fixed_product'].includes(kind))
    return invalidParameter('discount_type', 'discount_type is not one of percent, fixed_cart, and fixed_product.');
  if (kind === 'percent' && Number(wanted['amount']) > 100)
    return restError(400, 'coupon_invalid_amount', 'Invalid discount amount.');
  if (coupons.some((coupon) => coupon.code === code)) {
    return restError(400, 'woocommerce_rest_coupon_code_already_exists', 'The coupon code already exists');
  }
  const expiresAtMs = readExpiry(wanted['date_expires'], offsetMs);
  if (Number.isNaN(expiresAtMs)) return invalidParameter('date_expires', 'Invalid date.');
  const coupon: FakeCoupon = {
    id: Math.max(100, ...coupons.map(({ id }) => id)) + 1,
    code,
    amount: toTwoDecimals(wanted['amount']),
    status: 'publish',
    discount_type: kind,
    description: toText(wanted['description']) ?? '',
    date_expires: expiresAtMs === null ? null : toWordPressDate(expiresAtMs + offsetMs),
    date_expires_gmt: expiresAtMs === null ? null : toWordPressDate(expiresAtMs),
    usage_count: 0,
    individual_use: wanted['individual_use'] === true,
    usage_limit: toLimit(wanted['usage_limit']),
    usage_limit_per_user: toLimit(wanted['usage_limit_per_user']),
    minimum_amount: toTwoDecimals(wanted['minimum_amount']),
    email_restrictions: toList(wanted['email_restrictions']).map((email) => String(email).toLowerCase()),
    product_ids: toList(wanted['product_ids']).map(Number),
    limit_usage_to_x_items: toLimit(wanted['limit_usage_to_x_items']),
    used_by: [],
    meta_data: toList(wanted['meta_data']).map((entry, index) => ({
      id: index + 1,
      ...(entry as { key: string; value: unknown }),
    })),
  };
  coupons.push(coupon);
  return restAnswer(201, coupon);
}

/** Exact, whatever the case; the newest first. */
export function findCoupons(coupons: readonly FakeCoupon[], code: string | undefined): Answer {
  const found = code === undefined ? coupons : coupons.filter((coupon) => coupon.code === code.trim().toLowerCase());
  return {
    ...restAnswer(200, found.toReversed()),
    headers: { 'x-wp-total': String(found.length), 'x-wp-totalpages': '1' },
  };
}

/** Without `force` a coupon goes to the trash, which to a later look-up is the same. */
export function deleteCoupon(coupons: FakeCoupon[], id: string): Answer {
  const index = coupons.findIndex((coupon) => String(coupon.id) === id);
  if (index === -1) return restError(404, 'woocommerce_rest_shop_coupon_invalid_id', 'Invalid ID.');
  const [deleted] = coupons.splice(index, 1);
  return restAnswer(200, deleted);
}

function invalidParameter(name: string, message: string): Answer {
  return restError(400, 'rest_invalid_param', `Invalid parameter(s): ${name}`, { params: { [name]: message } });
}

/** `date_expires` is local unless it names a zone. `date_expires_gmt` is not read at all: as in the real one. */
function readExpiry(value: unknown, offsetMs: number): number | null {
  if (typeof value !== 'string' || value === '') return null;
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/.test(value);
  return hasZone ? Date.parse(value) : Date.parse(`${value.length === 10 ? `${value}T00:00:00` : value}Z`) - offsetMs;
}

function toWordPressDate(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 19);
}

function toTwoDecimals(value: unknown): string {
  return Number(value ?? 0).toFixed(2);
}

function toText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function toLimit(value: unknown): number | null {
  return typeof value === 'number' && value > 0 ? value : null;
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
