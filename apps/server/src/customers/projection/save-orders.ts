import { sql } from 'kysely';
import type { Tx } from '../../foundation/database/database.ts';
import { listGoods } from './change-order.ts';
import { changedRows, toJsonInstant } from './changed-rows.ts';
import type { World } from './world.ts';

export async function saveOrders(tx: Tx, world: World): Promise<void> {
  const rows = changedRows(world.orders, world.changed.orders).map((order) => {
    const { model } = order;
    const { productExternalIds, categories } = listGoods(world, order);
    return {
      id: order.id,
      connection_id: order.connectionId,
      external_id: model.externalId,
      number: model.number,
      customer_id: order.customerId,
      placed_at: toJsonInstant(model.placedAt),
      paid_at: toJsonInstant(model.paidAt),
      source_updated_at: toJsonInstant(model.updatedAt),
      status: model.status,
      platform_status: model.platformStatus,
      currency: model.currency,
      grand_minor: model.totals.grandMinor,
      discount_minor: model.totals.discountMinor,
      refunded_minor: model.totals.refundedMinor,
      is_test: model.isTest,
      is_renewal: model.isRenewal,
      coupon_codes: model.couponCodes,
      product_external_ids: productExternalIds,
      categories,
      model,
      lone_refunds: order.loneRefunds,
      received_at: toJsonInstant(order.receivedAt),
      told: order.told,
      deleted_at: toJsonInstant(order.deletedAt),
      anonymized_at: toJsonInstant(order.anonymizedAt),
    };
  });
  if (rows.length === 0) return;
  await sql`
    insert into orders (store_id, id, connection_id, external_id, number, customer_id, placed_at, paid_at, source_updated_at, status,
                        platform_status, currency, grand_minor, discount_minor, refunded_minor, is_test, is_renewal, coupon_codes,
                        product_external_ids, categories, model, lone_refunds, received_at, told, deleted_at, anonymized_at)
    select ${world.storeId}::uuid, r.* from json_to_recordset(${JSON.stringify(rows)}::json) as r (
      id uuid, connection_id uuid, external_id text, number text, customer_id uuid, placed_at timestamptz, paid_at timestamptz,
      source_updated_at timestamptz, status text, platform_status text, currency text, grand_minor bigint, discount_minor bigint,
      refunded_minor bigint, is_test boolean, is_renewal boolean, coupon_codes text[], product_external_ids text[], categories text[],
      model jsonb, lone_refunds jsonb, received_at timestamptz, told text[], deleted_at timestamptz, anonymized_at timestamptz)
    on conflict (store_id, id) do update set
      number = excluded.number, customer_id = excluded.customer_id, placed_at = excluded.placed_at, paid_at = excluded.paid_at,
      source_updated_at = excluded.source_updated_at, status = excluded.status, platform_status = excluded.platform_status,
      currency = excluded.currency, grand_minor = excluded.grand_minor, discount_minor = excluded.discount_minor,
      refunded_minor = excluded.refunded_minor, is_test = excluded.is_test, is_renewal = excluded.is_renewal,
      coupon_codes = excluded.coupon_codes, product_external_ids = excluded.product_external_ids, categories = excluded.categories,
      model = excluded.model, lone_refunds = excluded.lone_refunds, received_at = excluded.received_at, told = excluded.told,
      deleted_at = excluded.deleted_at, anonymized_at = excluded.anonymized_at
  `.execute(tx);
}
