import type { Answer } from '../upstream/fault.ts';
import {
  answer,
  answerV2List,
  answerV3Page,
  notFound,
  slicePage,
  toIds,
  toPageAsked,
  type Parameters,
} from './answers.ts';
import { toMs, toOrderFields, type FakeBigCommerceOrder, type StoredOrder } from './order-fields.ts';
import { createShelf } from './shelf.ts';

const firstId = 100;

export interface OrderRoom {
  /** Adds, or changes the one with this number. */
  put(order: FakeBigCommerceOrder, id?: number): number;
  list(parameters: Parameters): Answer;
  get(id: number, parameters: Parameters): Answer;
  count(parameters: Parameters): Answer;
  coupons(id: number): Answer;
  refunds(parameters: Parameters): Answer;
}

/** Orders of V2, and their refunds, which are of V3. */
export function createOrderRoom(): OrderRoom {
  const shelf = createShelf<StoredOrder>(firstId);
  const isWithLines = (parameters: Parameters): boolean =>
    (parameters.get('include') ?? '').includes('consignments.line_items') &&
    parameters.get('consignment_structure') === 'object';

  return {
    put(order, given) {
      const id = given ?? shelf.nextId();
      shelf.put({ id, placedMs: toMs(order.placedAt), modifiedMs: toMs(order.modifiedAt ?? order.placedAt), order });
      return id;
    },
    list(parameters) {
      const from = parameters.get('min_date_modified');
      const { rows } = shelf.pageFrom(from === undefined ? 0 : toMs(from), toPageAsked(parameters));
      const shown = rows.map((row) => toOrderFields(row, isWithLines(parameters)));
      return answerV2List(shown.filter((order) => isListed(order, parameters)));
    },
    get(id, parameters) {
      const row = shelf.find(id);
      return row === null ? notFound : answer(toOrderFields(row, isWithLines(parameters)));
    },
    count(parameters) {
      const from = toMs(parameters.get('min_date_created') ?? '1970-01-01T00:00:00Z');
      const until = toMs(parameters.get('max_date_created') ?? '9999-01-01T00:00:00Z');
      const counts = new Map<number, number>();
      // Both ends are counted in.
      for (const row of shelf.list()) {
        const { status_id: statusId } = toOrderFields(row, false) as { readonly status_id: number };
        if (row.placedMs >= from && row.placedMs <= until) counts.set(statusId, (counts.get(statusId) ?? 0) + 1);
      }
      const statuses = [...counts].map(([id, count]) => ({ id, name: 'Renamed by the store', count }));
      return answer({ statuses, count: statuses.reduce((sum, { count }) => sum + count, 0) });
    },
    coupons(id) {
      const codes = shelf.find(id)?.order.couponCodes ?? [];
      return answerV2List(codes.map((code, index) => ({ id: index + 1, coupon_id: 1, order_id: id, code, amount: 5 })));
    },
    refunds(parameters) {
      const ids = toIds(parameters.get('order_id:in'));
      const all = [...ids].flatMap((id) => {
        const row = shelf.find(id);
        return row === null ? [] : toRefunds(row);
      });
      const asked = toPageAsked(parameters);
      return answerV3Page(slicePage(all, asked), all.length, asked);
    },
  };
}

/** Archived orders are in no list; those of other channels are not where one is asked for. */
function isListed(order: object, parameters: Parameters): boolean {
  const { is_deleted: isDeleted, channel_id: channelId } = order as {
    readonly is_deleted: boolean;
    readonly channel_id: number;
  };
  const channel = parameters.get('channel_id');
  return !isDeleted && (channel === undefined || Number(channel) === channelId);
}

function toRefunds({ id, modifiedMs, order }: StoredOrder): readonly object[] {
  return (order.refunds ?? []).map(({ amount, isDeclined = false }, index) => ({
    id: id * 100 + index,
    order_id: id,
    user_id: 0,
    created: new Date(modifiedMs).toISOString(),
    reason: '',
    total_amount: amount,
    payments: [{ id: 1, provider_id: 'storecredit', amount, offline: true, is_declined: isDeclined }],
  }));
}
