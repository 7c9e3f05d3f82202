import { AdapterError, classifyBounce, type Bounce, type SendRejection } from '@regulars/adapter-contracts';
import { minuteMs } from '@regulars/core/shared';

/** A server's negative answer to one command of the conversation. */
export interface SmtpReply {
  readonly code: number;
  /** As it came, e.g. `550 5.1.1 <…>: Recipient address rejected: User unknown`. */
  readonly text: string;
  readonly command: 'MAIL FROM' | 'RCPT TO' | 'DATA';
}

export interface Refusal {
  readonly status: 'rejected';
  readonly reason: SendRejection;
  readonly detailCode: string | null;
}

/**
 * What a negative answer means: for the recipient, for this message, or for the account. Only a dead address is blamed
 * on the recipient; temporary answers and policy (x.7.x) never are.
 *
 * @throws AdapterError `notDone`, where the message may be sent later: temporary answers, or an account out of order.
 */
export function classifyReply(reply: SmtpReply): Refusal {
  const bounce = classifyBounce({ text: reply.text, replyCode: reply.code });
  if (!bounce.isPermanent) throw temporary(reply, bounce);
  if (isOurFault(reply, bounce)) {
    throw new AdapterError('The mail server does not let this account send.', {
      kind: 'misconfigured',
      outcome: 'notDone',
    });
  }
  return { status: 'rejected', reason: toReason(reply, bounce), detailCode: bounce.statusCode };
}

function temporary({ code }: SmtpReply, { kind }: Bounce): AdapterError {
  const isBusy = code === 421 || kind === 'rateLimited';
  return new AdapterError(isBusy ? 'The mail server asks for a pause.' : 'The mail server asks to try again later.', {
    kind: isBusy ? 'rateLimited' : 'unavailable',
    outcome: 'notDone',
    // Greylisting servers want five minutes at least.
    retryAfterMs: 5 * minuteMs,
  });
}

/**
 * Our account or domain is not in order: every other recipient would be answered the same. What a server refuses
 * before it has heard of a recipient is about the sender, unless it is about the size told with it (RFC 1870).
 */
function isOurFault({ code, text, command }: SmtpReply, { kind, statusCode }: Bounce): boolean {
  if (kind === 'contentTooLarge' || isOversize(code, command, kind)) return false;
  // Postfix's submission service says so to whoever has not logged in.
  const isAccessDenied = statusCode?.startsWith('5.7.') === true && /access denied/i.test(text);
  const isAccount = kind === 'relayDenied' || kind === 'senderAuthentication' || isAccessDenied;
  return isAccount || code === 530 || code === 535 || command === 'MAIL FROM';
}

function toReason({ code, command }: SmtpReply, { kind, maySuppress, statusCode }: Bounce): SendRejection {
  if (kind === 'contentTooLarge' || isOversize(code, command, kind)) return 'too_large';
  // Without an enhanced code, words about an address count only where the address was the question.
  if (maySuppress && (statusCode !== null || command === 'RCPT TO')) return 'recipient_invalid';
  return kind === 'policyOrReputation' || kind === 'spam' ? 'policy' : 'message_refused';
}

/** 552 without any other word is "exceeded storage allocation" (RFC 5321): at the recipient the mailbox, else the message. */
function isOversize(code: number, command: SmtpReply['command'], kind: Bounce['kind']): boolean {
  return code === 552 && kind === 'unknown' && command !== 'RCPT TO';
}
