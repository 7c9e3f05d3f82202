import type { Answer } from '../upstream/fault.ts';
import type { ReceivedRequest } from '../upstream/http-upstream.ts';

export function answer(body: unknown, status = 200): Answer {
  return { status, body: JSON.stringify(body) };
}

/** V2 answers an empty list with no body at all. */
export function answerV2List(rows: readonly unknown[]): Answer {
  return rows.length === 0 ? noContent : answer(rows);
}

export const noContent: Answer = { status: 204 };
export const notFound = problem(404, 'The resource with that ID cannot be found.');

export function problem(status: number, title: string): Answer {
  return answer({ status, title, type: '/api-docs/getting-started/api-status-codes', errors: {} }, status);
}

/** The page of a V3 list that was asked for. */
export function answerV3Page(rows: readonly unknown[], total: number, { page, limit }: PageAsked): Answer {
  const pagination = {
    total,
    count: rows.length,
    per_page: limit,
    current_page: page,
    total_pages: Math.ceil(total / limit),
  };
  return answer({ data: rows, meta: { pagination } });
}

export interface PageAsked {
  readonly page: number;
  readonly limit: number;
}

export type Parameters = ReadonlyMap<string, string>;

export function toParameters({ query }: ReceivedRequest): Parameters {
  return new Map(query);
}

/** 50 unless told, and 250 at most. */
export function toPageAsked(parameters: Parameters): PageAsked {
  const page = Number(parameters.get('page') ?? 1);
  return { page, limit: Math.min(250, Number(parameters.get('limit') ?? 50)) };
}

export function slicePage<Row>(rows: readonly Row[], { page, limit }: PageAsked): readonly Row[] {
  return rows.slice((page - 1) * limit, page * limit);
}

/** `id:in=4,5,6`. */
export function toIds(text: string | undefined): ReadonlySet<number> {
  return new Set(
    (text ?? '')
      .split(',')
      .filter((each) => each !== '')
      .map(Number),
  );
}

export function parseBody({ body }: ReceivedRequest): Readonly<Record<string, unknown>> {
  return JSON.parse(body.toString('utf8')) as Readonly<Record<string, unknown>>;
}
