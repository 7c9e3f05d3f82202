import type { MailConnection } from '@regulars/adapter-contracts';
import { crashPoint } from '../foundation/crash-points.ts';
import type { ClaimedMail } from './claim-mails.ts';
import type { PostResult } from './to-outcome.ts';

export interface PostedMail {
  readonly mail: ClaimedMail;
  readonly result: PostResult;
}

/** Hands mails to the provider, so many at once. Never throws: whatever happens is a result. */
export async function postMails(
  link: MailConnection,
  mails: readonly ClaimedMail[],
  concurrency: number,
): Promise<readonly PostedMail[]> {
  const posted: PostedMail[] = [];
  let next = 0;
  const work = async () => {
    for (let mail = mails[next++]; mail !== undefined; mail = mails[next++]) {
      crashPoint('delivery.beforePost');
      posted.push({ mail, result: await post(link, mail) });
      crashPoint('delivery.afterPost');
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, mails.length) }, work));
  return posted;
}

async function post(link: MailConnection, mail: ClaimedMail): Promise<PostResult> {
  try {
    return { kind: 'answered', outcome: await link.send(mail.stored.message) };
  } catch (error) {
    return { kind: 'failed', error };
  }
}
