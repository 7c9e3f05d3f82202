import type { PlatformEvent, PulledPage, PullStart } from '@regulars/adapter-contracts';
import { minuteMs } from '@regulars/core/shared';
import type { WooCommerceConfig } from '../config.ts';
import { parseCustomer } from '../parse-resource.ts';
import { customerFields } from '../to-customer.ts';
import { firstPosition, parseIdCursor, toIdCursor, type IdPosition } from './cursor.ts';
import type { PageReader } from './page-reader.ts';
import { readById } from './read-by-id.ts';
import { toEvents } from './to-events.ts';

/** As for orders: the shop's clock is its own. */
const marginMs = 5 * minuteMs;

/**
 * Accounts, whatever their role, the oldest first. WooCommerce cannot list them by change, so all are read each time, and
 * those that did not change are left out. Guests are in no list: they come with their orders.
 */
export async function* pullCustomers(
  reader: PageReader,
  config: WooCommerceConfig,
  { updatedFrom, cursor }: PullStart,
): AsyncGenerator<PulledPage> {
  const query = { role: 'all', _fields: customerFields };
  const isRecent = (event: PlatformEvent): boolean =>
    updatedFrom === null || event.kind !== 'customerUpserted' || event.customer.updatedAt >= updatedFrom - marginMs;
  let position: IdPosition | null = cursor === null ? firstPosition : parseIdCursor(cursor);
  do {
    const page: Awaited<ReturnType<typeof readById>> = await readById(reader, 'customers', query, position);
    const events = page.items
      .flatMap((item) => toEvents('customer', item, parseCustomer(item, config)))
      .filter(isRecent);
    position = page.next;
    yield { events, next: position === null ? null : toIdCursor(position) };
  } while (position !== null);
}
