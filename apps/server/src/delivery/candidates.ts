import type { MailRequest, Suppression } from '@regulars/core/messaging';
import { dayMs, plus, type CustomerId, type Instant, type StoreId } from '@regulars/core/shared';
import { findCustomersWithOpenCase } from '../cases/door.ts';
import { readRecipients, type Recipient } from '../customers/door.ts';
import type { Tx } from '../foundation/database/database.ts';
import type { ClaimedEffect } from '../foundation/effects/claim-effects.ts';
import { readEnrollmentStandings, type EnrollmentStanding } from '../sequences/door.ts';
import { readMarketingSentAt, readMessages, type StoredMessage } from './message-repository.ts';
import { lockRecipients } from './recipients.ts';
import { readSuppressions } from './suppression-repository.ts';

/** A claimed mail with all that the send gate asks about it. */
export interface Candidate {
  readonly effect: ClaimedEffect & { readonly customerId: CustomerId };
  readonly request: MailRequest;
  readonly recipient: Recipient | null;
  /** The mail as rendered at an earlier attempt; null at the first. */
  readonly stored: StoredMessage | null;
  /** Null where there is no address to write to. */
  readonly recipientKey: string | null;
  readonly suppressions: readonly Suppression[];
  readonly sequence: EnrollmentStanding | 'none';
  readonly hasOpenCase: boolean;
}

export interface Candidates {
  readonly list: readonly Candidate[];
  /** When marketing was or may have been sent, by recipient; the decisions of this batch come on top. */
  readonly marketingSentAt: Map<string, Instant[]>;
}

const longestCapMs = 8 * dayMs;

/**
 * Gathers the facts for a batch, by a few statements for all of it. From here on its recipients are held, so that what
 * was read stays true until the commit.
 */
export async function gatherCandidates(
  tx: Tx,
  storeId: StoreId,
  mails: readonly { readonly effect: Candidate['effect']; readonly request: MailRequest }[],
  now: Instant,
): Promise<Candidates> {
  const recipients = await readRecipients(tx, storeId, [...new Set(mails.map(({ effect }) => effect.customerId))]);
  const stored = await readMessages(
    tx,
    storeId,
    mails.map(({ effect }) => effect.id),
  );
  const keyOf = ({ effect }: { effect: Candidate['effect'] }) =>
    stored.get(effect.id)?.recipientKey ?? recipients.get(effect.customerId)?.emailKey ?? null;
  const keys = [...new Set(mails.flatMap((mail) => keyOf(mail) ?? []))];
  await lockRecipients(tx, storeId, keys);

  const suppressions = await readSuppressions(tx, storeId, keys);
  const marketing = mails.filter(({ request }) => request.purpose === 'marketing');
  const sentAt = await readMarketingSentAt(
    tx,
    storeId,
    [...new Set(marketing.flatMap((mail) => keyOf(mail) ?? []))],
    plus(now, -longestCapMs),
  );
  // Asked under the lock, like the suppressions: no marketing is claimed once somebody has said that something is wrong.
  const withOpenCase = await findCustomersWithOpenCase(tx, storeId, [
    ...new Set(mails.map(({ effect }) => effect.customerId)),
  ]);
  const enrollmentIds = [...new Set(mails.flatMap(({ request }) => request.enrollment?.enrollmentId ?? []))];
  const standings = await readEnrollmentStandings(tx, storeId, enrollmentIds);

  return {
    list: mails.map((mail) => {
      const recipientKey = keyOf(mail);
      const { enrollment } = mail.request;
      return {
        ...mail,
        recipient: recipients.get(mail.effect.customerId) ?? null,
        stored: stored.get(mail.effect.id) ?? null,
        recipientKey,
        suppressions: (recipientKey === null ? null : suppressions.get(recipientKey)) ?? [],
        hasOpenCase: withOpenCase.has(mail.effect.customerId),
        sequence: enrollment === null ? 'none' : (standings.get(enrollment.enrollmentId) ?? 'ended'),
      };
    }),
    marketingSentAt: new Map([...sentAt].map(([key, instants]) => [key, [...instants]])),
  };
}
