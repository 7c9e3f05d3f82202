import type { PulledPage, PullStart } from '@regulars/adapter-contracts';
import type { WooCommerceConfig } from '../config.ts';
import { parseOrder } from '../parse-resource.ts';
import { wireOrder } from '../wire-order.ts';
import { dateRefunds } from './date-refunds.ts';
import type { PageReader } from './page-reader.ts';
import { pullChanges, type ChangeSource } from './pull-changes.ts';
import { toEvents } from './to-events.ts';

const trash: ChangeSource = {
  endpoint: 'orders',
  query: { status: 'trash', _fields: 'id,date_modified_gmt' },
  toEvents: ({ id }) => [{ kind: 'orderDeleted', externalId: String(id) }],
};

const trashMark = 'trash/';

/**
 * All orders but drafts; and of those that changed since a time, the ones that went to the trash as well, for whoever missed
 * the webhook of it.
 */
export async function* pullOrders(
  reader: PageReader,
  config: WooCommerceConfig,
  { updatedFrom, cursor }: PullStart,
): AsyncGenerator<PulledPage> {
  const kept: ChangeSource = {
    endpoint: 'orders',
    query: { status: 'any', _fields: Object.keys(wireOrder.shape).join(',') },
    toEvents: async (item) => {
      const order = await dateRefunds(reader, item);
      return toEvents('order', order, parseOrder(order, config));
    },
  };
  const hasTrash = updatedFrom !== null;
  if (cursor?.startsWith(trashMark) !== true) {
    for await (const { events, next } of pullChanges(reader, kept, { updatedFrom, cursor }))
      yield { events, next: next ?? (hasTrash ? trashMark : null) };
  }
  if (!hasTrash) return;
  const trashCursor = cursor?.startsWith(trashMark) === true ? cursor.slice(trashMark.length) : '';
  for await (const { events, next } of pullChanges(reader, trash, { updatedFrom, cursor: trashCursor || null }))
    yield { events, next: next === null ? null : trashMark + next };
}
