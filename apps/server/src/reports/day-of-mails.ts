import type { StoreId } from '@regulars/core/shared';
import type { MailsOfDay } from '../delivery/door.ts';
import type { MailsToCome } from '../sequences/door.ts';

/** What is sent by one sequence with one template on the store's day. */
export interface MailLine {
  /** Null for a mail no sequence asked for. */
  readonly sequenceKey: string | null;
  /** Null where a branch decides only then. */
  readonly templateKey: string | null;
  readonly sent: number;
  /** Still to go today: planned and due, or asked for when a wait ends. Until then everything may change. */
  readonly planned: number;
}

/** A store's day of mails. */
export interface DayOfMails {
  readonly sent: number;
  readonly planned: number;
  readonly refused: number;
  readonly unclear: number;
  readonly lines: readonly MailLine[];
  /** Mails of today that were not sent, by why; the most frequent first. */
  readonly skipped: readonly { readonly reason: string; readonly count: number }[];
}

/** Puts together what delivery did and holds, and what waiting enrollments will still ask for, for any of the stores. */
export function addUpMails(
  ofDay: readonly MailsOfDay[],
  toCome: readonly MailsToCome[],
): (storeId: StoreId) => DayOfMails {
  const doneOf = Map.groupBy(ofDay, ({ storeId }) => storeId);
  const comingTo = Map.groupBy(toCome, ({ storeId }) => storeId);
  return (storeId) => addUp(doneOf.get(storeId) ?? [], comingTo.get(storeId) ?? []);
}

function addUp(done: readonly MailsOfDay[], coming: readonly MailsToCome[]): DayOfMails {
  const planned = [...done.filter(({ fate }) => fate === 'open'), ...coming];
  const sent = done.filter(({ fate }) => fate === 'sent');
  const lines = Map.groupBy([...sent, ...planned], ({ sequenceKey, templateKey }) =>
    JSON.stringify([sequenceKey, templateKey]),
  );
  const reasons = Map.groupBy(
    done.filter(({ fate }) => fate === 'skipped'),
    ({ reason }) => reason ?? '',
  );
  return {
    sent: sum(sent),
    planned: sum(planned),
    refused: sum(done.filter(({ fate }) => fate === 'refused')),
    unclear: sum(done.filter(({ fate }) => fate === 'unclear')),
    lines: [...lines.values()]
      .flatMap((group) => {
        const [first] = group;
        if (first === undefined) return [];
        const isSent = (row: MailsOfDay | MailsToCome) => 'fate' in row && row.fate === 'sent';
        return {
          sequenceKey: first.sequenceKey,
          templateKey: first.templateKey,
          sent: sum(group.filter(isSent)),
          planned: sum(group.filter((row) => !isSent(row))),
        };
      })
      .toSorted((one, other) => other.sent + other.planned - (one.sent + one.planned)),
    skipped: [...reasons]
      .map(([reason, rows]) => ({ reason, count: sum(rows) }))
      .toSorted((one, other) => other.count - one.count),
  };
}

const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((total, { count }) => total + count, 0);
