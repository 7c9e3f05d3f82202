import type { Resolver } from './select-fields.ts';

/** Anything that stands in a list of Shopify's. */
export interface FakeNode {
  /** A global id. */
  readonly id: string;
  readonly updatedAt: string;
}

/**
 * A list that is sorted by `updatedAt`, in pages, narrowed by `query`. A cursor tells the last node by its place in the order, so what is
 * changed while somebody reads moves to the end and comes again.
 */
export function toConnection(list: () => readonly FakeNode[]): Resolver {
  return ({ first, after, query }) => {
    const matches = typeof query === 'string' ? toFilter(query) : () => true;
    const size = typeof first === 'number' ? first : 0;
    const wanted: FakeNode[] = [];
    let hasNextPage = false;
    const nodes = list();
    const start = typeof after === 'string' ? findIndexAfter(nodes, readCursor(after)) : 0;
    for (let index = start; index < nodes.length; index += 1) {
      const node = nodes[index];
      if (node === undefined || !matches(node)) continue;
      hasNextPage = wanted.length === size;
      if (hasNextPage) break;
      wanted.push(node);
    }
    const last = wanted.at(-1);
    return {
      nodes: wanted,
      pageInfo: { hasNextPage, endCursor: last === undefined ? null : writeCursor(last) },
    };
  };
}

/** The parts of an order that a page of it holds; they have no time of their own. */
export function toPlainConnection(nodes: readonly object[]): Resolver {
  return ({ first, after }) => {
    const start = typeof after === 'string' ? Number(Buffer.from(after, 'base64').toString('utf8')) : 0;
    const end = start + (typeof first === 'number' ? first : 0);
    return {
      nodes: nodes.slice(start, end),
      pageInfo: {
        hasNextPage: end < nodes.length,
        endCursor: nodes.length === 0 ? null : Buffer.from(String(Math.min(end, nodes.length))).toString('base64'),
      },
    };
  };
}

/** By when it was changed, and by its number among those of the same second. */
export function keyOf({ updatedAt, id }: FakeNode): string {
  return `${updatedAt} ${(/\d+$/.exec(id)?.[0] ?? '').padStart(20, '0')}`;
}

/** Where the first node stands that comes after a place in the order. */
function findIndexAfter(nodes: readonly FakeNode[], key: string): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node !== undefined && keyOf(node) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function writeCursor(node: FakeNode): string {
  return Buffer.from(JSON.stringify({ last: keyOf(node) })).toString('base64');
}

function readCursor(cursor: string): string {
  return (JSON.parse(Buffer.from(cursor, 'base64').toString('utf8')) as { readonly last: string }).last;
}

/** Search by time: `updated_at:>='2026-11-01T00:00:00Z' AND processed_at:<'…'`. What it does not know matches nothing. */
export function toFilter(query: string): (node: FakeNode) => boolean {
  const terms = query.split(/ AND | /).map((term) => {
    const [, field = '', comparison = '', value = ''] = /^(\w+):(<=|>=|<|>)'([^']+)'$/.exec(term) ?? [];
    const atMs = Date.parse(value);
    const name = field.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
    return (node: FakeNode): boolean => {
      const heldMs = Date.parse(String(Reflect.get(node, name)));
      if (comparison === '>=') return heldMs >= atMs;
      if (comparison === '>') return heldMs > atMs;
      if (comparison === '<=') return heldMs <= atMs;
      return comparison === '<' && heldMs < atMs;
    };
  });
  return (node) => terms.every((matches) => matches(node));
}
