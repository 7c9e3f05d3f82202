import type { Instant } from '@regulars/core/shared';

/** What is remembered of a customer besides their orders. */
export const detailNames = ['email', 'phone', 'firstName', 'lastName', 'locale', 'country'] as const;
export type DetailName = (typeof detailNames)[number];
export type Details = Readonly<Record<DetailName, string | null>>;

/** For each detail: 1 when the account record said it, 0 when an order did; and as of when. */
export type Said = Readonly<Partial<Record<DetailName, readonly [isAccount: 0 | 1, at: number]>>>;

export interface DetailsStatement {
  readonly isAccount: 0 | 1;
  readonly at: Instant;
  readonly details: Partial<Details>;
}

/**
 * Takes over each detail that was said later than what is known; what an account record says outweighs what was typed
 * into an order. Silence (null) changes nothing. The result does not depend on the order in which statements arrive.
 */
export function mergeDetails(
  known: { readonly details: Details; readonly said: Said },
  statement: DetailsStatement,
): { readonly details: Details; readonly said: Said; readonly isChanged: boolean } {
  const details: Record<DetailName, string | null> = { ...known.details };
  const said: Partial<Record<DetailName, readonly [0 | 1, number]>> = { ...known.said };
  let isChanged = false;
  for (const name of detailNames) {
    const value = statement.details[name] ?? null;
    if (value === null || !isLater(statement, known.said[name], value, known.details[name])) continue;
    isChanged ||= details[name] !== value;
    details[name] = value;
    said[name] = [statement.isAccount, statement.at];
  }
  return { details, said, isChanged };
}

function isLater(
  statement: DetailsStatement,
  before: readonly [0 | 1, number] | undefined,
  value: string,
  knownValue: string | null,
): boolean {
  if (before === undefined) return true;
  const [wasAccount, at] = before;
  if (statement.isAccount !== wasAccount) return statement.isAccount > wasAccount;
  if (statement.at !== at) return statement.at > at;
  // Said at the same moment: either will do, as long as it is always the same one.
  return value > (knownValue ?? '');
}
