import { fail, ok, type Rejection, type Result } from '@regulars/core/shared';
import type { OrderLayout } from './layout.ts';
import { plainLayout } from './plain-layout.ts';
import { shopifyLayout } from './shopify-layout.ts';
import { wooCommerceLayout } from './woocommerce-layout.ts';

const layouts: readonly OrderLayout[] = [shopifyLayout, wooCommerceLayout, plainLayout];

/** Knows a file by the names of its columns, in any order and case. */
export function detectLayout(header: readonly string[]): Result<OrderLayout, Rejection> {
  const present = new Set(header);
  const missing = layouts.map((layout) => ({
    layout,
    columns: layout.columns.filter((column) => !present.has(column)),
  }));
  const match = missing.find(({ columns }) => columns.length === 0);
  if (match !== undefined) return ok(match.layout);
  const lacks = missing.map(
    ({ layout, columns }) => `${layout.id} (lacks ${columns.map((column) => `"${column}"`).join(', ')})`,
  );
  return fail({
    code: 'import.layout_unknown',
    path: '',
    message: `The first line names the columns of no order export we know: ${lacks.join('; ')}.`,
  });
}
