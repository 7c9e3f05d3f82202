import type { OrderCheck } from '../../../api/sync.ts';
import type { Formats } from '../../../formats/formats.ts';
import type { Messages } from '../../../messages/en.ts';

/** In what the orders here are not those in the shop. */
export function describeDifference(
  { ordersHere, ordersThere, missing, different }: OrderCheck,
  t: Messages['sync'],
  formats: Formats,
): string {
  return [
    t.apart(formats.number(ordersThere ?? 0), formats.number(ordersHere ?? 0)),
    missing === 0 ? null : t.missing(formats.number(missing), missing === 1),
    different === 0 ? null : t.different(formats.number(different), different === 1),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}
