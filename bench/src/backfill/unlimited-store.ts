import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/**
 * A WooCommerce store as fast as one can be: no limit, no check of keys, each page written from a template. `ORDERS` of them,
 * one a second, three to a customer; no products and no accounts.
 */
const count = Number(process.env['ORDERS']);
const firstMs = Date.UTC(2025, 0, 1);

const recorded = JSON.parse(
  readFileSync(new URL('../../../apps/server/src/first-store/recorded-order.json', import.meta.url), 'utf8'),
) as { billing: object; [field: string]: unknown };
const marked = {
  ...recorded,
  id: '@id',
  number: '@number',
  customer_id: 0,
  billing: { ...recorded.billing, email: 'customer-@who@example.test' },
  date_created_gmt: '@date',
  date_modified_gmt: '@date',
  date_paid_gmt: '@date',
};

/** The order's text around what differs, by the fields that are asked for. */
const templates = new Map<string, readonly string[]>();

function toTemplate(fields: string): readonly string[] {
  const wanted = new Set(fields.split(','));
  const picked = Object.fromEntries(Object.entries(marked).filter(([name]) => fields === '' || wanted.has(name)));
  return JSON.stringify(picked)
    .replace('"@id"', '@id')
    .split(/(@id|@number|@who|@date)/);
}

function toDate(index: number): string {
  return new Date(firstMs + index * 1_000).toISOString().slice(0, 19);
}

function writeOrder(template: readonly string[], index: number): string {
  const values: Readonly<Record<string, string>> = {
    '@id': String(index + 1),
    '@number': String(index + 1),
    '@who': String(Math.floor(index / 3)),
    '@date': toDate(index),
  };
  return template.map((part) => values[part] ?? part).join('');
}

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://store.invalid');
  const fields = searchParams.get('_fields') ?? '';
  const isOrders = pathname.endsWith('/orders') && searchParams.get('status') === 'any';
  const after = searchParams.get('modified_after');
  const start = after === null ? 0 : Math.max(0, Math.floor((Date.parse(`${after}Z`) - firstMs) / 1_000) + 1);
  const total = isOrders ? Math.max(0, count - start) : 0;
  const size = Math.min(total, Number(searchParams.get('per_page') ?? 10));
  const template = templates.get(fields) ?? toTemplate(fields);
  templates.set(fields, template);
  response.setHeader('content-type', 'application/json');
  response.setHeader('x-wp-total', String(total));
  response.end(`[${Array.from({ length: size }, (_, index) => writeOrder(template, start + index)).join(',')}]`);
}).listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
