import type { Answer } from '../upstream/fault.ts';
import { restAnswer, restError } from './rest-answer.ts';
import type { FakeWooRow } from './rows.ts';

export type Query = ReadonlyMap<string, string>;

/** What can be asked of a list, which differs by resource. */
export interface ListRules {
  /** Allowed values of `orderby`; the first is used when none is given. */
  readonly orderings: readonly string[];
  readonly defaultOrder: 'asc' | 'desc';
  /** Customers know no dates to be filtered by, and ignore them without a word. */
  readonly hasDates: boolean;
  /** How far the shop's clock is ahead of UTC. */
  readonly offsetMs: number;
  /** The address of the list, for `Link`. */
  readonly url: string;
}

/** A page of a list as WordPress makes it, with the length of the whole in `X-WP-Total`. */
export function listRows(rows: readonly FakeWooRow[], query: Query, rules: ListRules): Answer {
  const perPage = Number(query.get('per_page') ?? 10);
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > 100) return refuse('per_page');
  const ordering = query.get('orderby') ?? rules.orderings[0] ?? 'id';
  if (!rules.orderings.includes(ordering)) return refuse('orderby');
  const page = Number(query.get('page') ?? 1);
  const start = Number(query.get('offset') ?? (page - 1) * perPage);
  const found = rows.filter(within(query, rules));
  const order = query.get('order') ?? rules.defaultOrder;
  const shown = sort(found, { ordering, order, shuffle: start + perPage }).slice(start, start + perPage);
  const pages = Math.ceil(found.length / perPage);
  const next = { link: `<${rules.url}?per_page=${perPage}&page=${page + 1}>; rel="next"` };
  return {
    ...restAnswer(200, pick(shown, query.get('_fields'))),
    headers: {
      // A page past the end says that there is nothing at all.
      'x-wp-total': String(shown.length === 0 ? 0 : found.length),
      'x-wp-totalpages': String(shown.length === 0 ? 0 : pages),
      ...(page < pages ? next : {}),
    },
  };
}

function within(query: Query, { hasDates, offsetMs }: ListRules): (row: FakeWooRow) => boolean {
  const included = query.get('include')?.split(',');
  const excluded = query.get('exclude')?.split(',');
  const bound = (name: string): string | null =>
    hasDates ? toGmt(query.get(name), query.get('dates_are_gmt') === 'true', offsetMs) : null;
  const [after, before, modifiedAfter, modifiedBefore] = [
    bound('after'),
    bound('before'),
    bound('modified_after'),
    bound('modified_before'),
  ];
  // Dates of this form compare as text.
  return ({ id, date_created_gmt: created, date_modified_gmt: modified }) =>
    (after === null || created > after) &&
    (before === null || created < before) &&
    (modifiedAfter === null || modified > modifiedAfter) &&
    (modifiedBefore === null || modified < modifiedBefore) &&
    (included?.includes(String(id)) ?? true) &&
    !(excluded?.includes(String(id)) ?? false);
}

/**
 * A bound as WordPress reads it: local time, or UTC when told so; a `Z` beside that shifts it by the shop's offset, and
 * without it nothing is found at all.
 */
function toGmt(text: string | undefined, isGmt: boolean, offsetMs: number): string | null {
  if (text === undefined) return null;
  const hasZone = text.endsWith('Z');
  if (hasZone && !isGmt) return '9999';
  const atMs = Date.parse(hasZone ? text : `${text}Z`);
  return new Date(hasZone || !isGmt ? atMs - offsetMs : atMs).toISOString().slice(0, 19);
}

interface Sorting {
  readonly ordering: string;
  readonly order: string;
  readonly shuffle: number;
}

/** Rows that are equal come as the database likes, which changes with what is asked; nobody may rely on it. */
function sort(rows: readonly FakeWooRow[], { ordering, order, shuffle }: Sorting): readonly FakeWooRow[] {
  const sign = order === 'desc' ? -1 : 1;
  if (ordering === 'id') return rows.toSorted((one, other) => sign * (one.id - other.id));
  const key = ordering === 'modified' ? 'date_modified_gmt' : 'date_created_gmt';
  const chance = ({ id }: FakeWooRow): number => Math.imul(id + shuffle, 2_654_435_761) >>> 0;
  return rows.toSorted((one, other) => {
    if (one[key] === other[key]) return chance(one) - chance(other);
    return one[key] < other[key] ? -sign : sign;
  });
}

function pick(rows: readonly FakeWooRow[], fields: string | undefined): readonly object[] {
  if (fields === undefined) return rows;
  const names = fields.split(',');
  return rows.map((row) => Object.fromEntries(names.flatMap((name) => (name in row ? [[name, row[name]]] : []))));
}

function refuse(name: string): Answer {
  return restError(400, 'rest_invalid_param', `Invalid parameter(s): ${name}`, { params: { [name]: 'Invalid.' } });
}
