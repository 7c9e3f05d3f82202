import type { z } from 'zod';

/** The newest stable version of the Admin API; supported until October 2027. Every operation is validated against its schema. */
export const apiVersion = '2026-10';

/** One GraphQL operation: its text, and the form of its answer. */
export interface Operation<Data> {
  /** As it stands in the text. */
  readonly name: string;
  /** What an answer that was lost leaves open: nothing, or whether it was done. */
  readonly effect: 'reads' | 'writes';
  readonly text: string;
  readonly data: z.ZodType<Data>;
}

/** Declares an operation; whether it writes is told by its text. */
export function defineOperation<Data>(data: z.ZodType<Data>, text: string): Operation<Data> {
  const [, keyword, name] = /^\s*(query|mutation)\s+(\w+)/.exec(text) ?? [];
  if (keyword === undefined || name === undefined) throw new TypeError('An operation has a keyword and a name.');
  return { name, effect: keyword === 'mutation' ? 'writes' : 'reads', text, data };
}
