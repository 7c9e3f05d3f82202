import { AdapterError } from '@regulars/adapter-contracts';
import { z } from 'zod';
import { id } from '../wire.ts';
import type { PageReader } from './page-reader.ts';
import type { Resource } from './resource.ts';

const summaries = z.looseObject({ refunds: z.array(z.looseObject({ id })).min(1) });
const refund = z.object({ id, date_created_gmt: z.unknown() });

/** The order with the dates of its refunds, which it does not tell itself; most orders have none, and cost no call. */
export async function dateRefunds(reader: PageReader, order: Resource): Promise<Resource> {
  const read = summaries.safeParse(order);
  if (!read.success) return order;
  const dates = await readDates(reader, order.id);
  const refunds = read.data.refunds.map((each) => ({ ...each, date_created_gmt: dates.get(each.id) ?? null }));
  return { ...order, refunds };
}

async function readDates(reader: PageReader, orderId: number): Promise<ReadonlyMap<number, unknown>> {
  try {
    const { items } = await reader.read(`orders/${orderId}/refunds`, { _fields: 'id,date_created_gmt' });
    const read = z.array(refund).safeParse(items);
    return new Map(read.success ? read.data.map((each) => [each.id, each.date_created_gmt]) : []);
  } catch (error) {
    // Deleted meanwhile; what is known of it is as it was a moment ago.
    if (error instanceof AdapterError && error.kind === 'notFound') return new Map();
    throw error;
  }
}
