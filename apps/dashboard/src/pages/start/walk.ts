import type { Customer, TimelineRow } from '../../api/customers.ts';

/** How far an order has come on its way through the rooms. */
export interface Walk {
  readonly customer: Customer | null;
  readonly segments: readonly { readonly key: string; readonly name: string }[];
  readonly sequenceKey: string | null;
  /** Where the sequence pauses before the mail, when it does. */
  readonly waitsUntil: string | null;
  /** The mail's id, once it was sent. */
  readonly mailId: string | null;
}

export const nowhere: Walk = { customer: null, segments: [], sequenceKey: null, waitsUntil: null, mailId: null };

/** Reads the walk from what the customer's timeline tells. */
export function toWalk(customer: Customer, timeline: readonly TimelineRow[]): Walk {
  const find = (kind: string) => timeline.find((row) => row.kind === kind);
  const textOf = (row: TimelineRow | undefined, name: string) => {
    const value = row?.data[name];
    return typeof value === 'string' ? value : null;
  };
  const mail = find('messageAccepted');
  const wait = timeline.find(({ kind, data }) => kind === 'stepTaken' && outcomeOf(data).kind === 'wait');
  const dueAt = wait === undefined || mail !== undefined ? undefined : outcomeOf(wait.data).dueAt;
  return {
    customer,
    segments: timeline
      .flatMap((row) =>
        row.kind === 'segmentEntered'
          ? [{ key: textOf(row, 'segmentKey') ?? '', name: textOf(row, 'name') ?? '' }]
          : [],
      )
      .reverse(),
    sequenceKey: textOf(find('enrolled'), 'sequenceKey'),
    waitsUntil: dueAt === undefined ? null : new Date(dueAt).toISOString(),
    mailId: textOf(mail, 'messageId'),
  };
}

function outcomeOf(data: TimelineRow['data']): { readonly kind?: string; readonly dueAt?: number } {
  return data['outcome'] ?? {};
}
