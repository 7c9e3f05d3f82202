import { AdapterError, type MailConnection } from '@regulars/adapter-contracts';
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
type Sender = Pick<MailConnection, 'send' | 'batches'>;

/** Hands a group of mails to the provider. Never throws: whatever happens is a result. */
export type PostMails = (mails: readonly ClaimedMail[]) => Promise<PostedGroup>;

/**
 * One line to the provider, so many calls in flight at once over all groups: the next group begins where the last one
 * leaves a place free. Where the provider takes many mails in one call, they go together. The first answer that asks for a
 * pause stops the line.
 *
 * @param isTooLate asked before each call: whether its answer might come after the lease.
 */
export function openPostLine(link: Sender, concurrency: number, isTooLate: () => boolean): PostMails {
  const inFlight = pLimit(concurrency);
  let isStopped = false;

  const postUnlessStopped = async (call: Call): Promise<readonly PostedMail[]> => {
    if (isStopped || isTooLate()) return [];
    crashPoint('delivery.beforePost');
    const result = await post(link, call);
    crashPoint('delivery.afterPost');
    if (result === 'refused') {
      // Nobody got it because of one of them: in halves, until that one is alone.
      const half = Math.ceil(call.length / 2);
      const posted: PostedMail[] = [];
      for (const smaller of [...toCall(call.slice(0, half)), ...toCall(call.slice(half))])
        posted.push(...(await postUnlessStopped(smaller)));
      return posted;
    }
    if (findRequiredPauseMs(result) !== null) isStopped = true;
    return call.map((mail) => ({ mail, result }));
  };

  return async (mails) => {
    const posted = (await inFlight.map(toCalls(link, mails), postUnlessStopped)).flat();
    const isPosted = new Set(posted.map(({ mail }) => mail));
    return { posted, unposted: mails.filter((mail) => !isPosted.has(mail)) };
  };
}

/** A call takes one mail, or, where the provider takes many, some of them. */
type Call = readonly [ClaimedMail, ...ClaimedMail[]];

function toCalls({ batches }: Sender, mails: readonly ClaimedMail[]): readonly Call[] {
  if (batches === undefined) return mails.map((mail) => [mail]);
  const mailOf = new Map(mails.map((mail) => [mail.stored.message, mail]));
  const groups = batches.group(mails.map(({ stored }) => stored.message));
  return groups.flatMap((group) => toCall(group.flatMap((message) => mailOf.get(message) ?? [])));
}

function toCall([first, ...others]: readonly ClaimedMail[]): readonly Call[] {
  return first === undefined ? [] : [[first, ...others]];
}

async function post(link: Sender, call: Call): Promise<PostResult | 'refused'> {
  const [{ stored }] = call;
  try {
    if (link.batches === undefined || call.length === 1)
      return { kind: 'answered', outcome: await link.send(stored.message) };
    const outcome = await link.batches.send(call.map((mail) => mail.stored.message));
    return outcome.status === 'refused' ? 'refused' : { kind: 'answered', outcome };
  } catch (error) {
    if (call.length > 1 && isRefusalOfContent(error)) return 'refused';
    return { kind: 'failed', error };
  }
}

/** Certainly not done, because of something in it: whose it was shows when they go in halves. */
function isRefusalOfContent(error: unknown): boolean {
  return (
    error instanceof AdapterError &&
    error.outcome === 'notDone' &&
    (error.kind === 'invalid' || error.kind === 'notFound')
  );
}
