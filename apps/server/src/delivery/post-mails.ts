import type { MailConnection } from '@regulars/adapter-contracts';
import pLimit from 'p-limit';
import { crashPoint } from '../foundation/crash-points.ts';
import type { ClaimedMail } from './claim-mails.ts';
import { findRequiredPauseMs, type PostResult } from './to-outcome.ts';

export interface PostedMail {
  readonly mail: ClaimedMail;
  readonly result: PostResult;
}

export interface PostedGroup {
  readonly posted: readonly PostedMail[];
  /** Not handed over, because an answer asked for a pause or it had become too late. */
  readonly unposted: readonly ClaimedMail[];
}

/** All of the provider that is needed here. */
type Sender = Pick<MailConnection, 'send'>;

/** Hands a group of mails to the provider. Never throws: whatever happens is a result. */
export type PostMails = (mails: readonly ClaimedMail[]) => Promise<PostedGroup>;

/**
 * One line to the provider, so many mails in flight at once over all groups: the next group begins where the last one
 * leaves a place free. The first answer that asks for a pause stops the line.
 *
 * @param isTooLate asked before each mail: whether its answer might come after the lease.
 */
export function openPostLine(link: Sender, concurrency: number, isTooLate: () => boolean): PostMails {
  const inFlight = pLimit(concurrency);
  let isStopped = false;

  const postUnlessStopped = async (mail: ClaimedMail): Promise<PostedMail | null> => {
    if (isStopped || isTooLate()) return null;
    crashPoint('delivery.beforePost');
    const result = await post(link, mail);
    crashPoint('delivery.afterPost');
    if (findRequiredPauseMs(result) !== null) isStopped = true;
    return { mail, result };
  };

  return async (mails) => {
    const results = await inFlight.map(mails, postUnlessStopped);
    return {
      posted: results.filter((result) => result !== null),
      unposted: mails.filter((_, index) => results[index] === null),
    };
  };
}

async function post(link: Sender, mail: ClaimedMail): Promise<PostResult> {
  try {
    return { kind: 'answered', outcome: await link.send(mail.stored.message) };
  } catch (error) {
    return { kind: 'failed', error };
  }
}
