import { AdapterError, type SendRejection } from '@regulars/adapter-contracts';
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

/** RFC 3463: the address does not exist, cannot exist, has moved away, takes no mail (RFC 7505), or is disabled. */
const deadAddress = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);
const unknownUser =
  /user unknown|unknown user|no such (user|mailbox|recipient)|(user|mailbox|recipient) (not found|does not exist|unavailable)|invalid (recipient|mailbox)/i;
/** Our own account or domain is not in order: every other recipient would be answered the same. */
const ourFault = /relay|access denied|authenticat|starttls|must issue/i;
const ourFaultCodes = new Set(['5.7.0', '5.7.8', '5.7.9', '5.7.11', '5.7.13', '5.7.14', '5.7.26', '5.7.515']);

/**
 * What a negative answer means: for the recipient, for this message, or for the account. Enhanced codes (RFC 3463)
 * decide before the words do. Only a dead address is blamed on the recipient; policy (5.7.x) never is.
 *
 * @throws AdapterError `notDone`, where the message may be sent later: temporary answers, or an account out of order.
 */
export function classifyReply(reply: SmtpReply): Refusal {
  const detailCode = findEnhancedCode(reply.text);
  if (reply.code < 500) throw temporary(reply);
  if (isTooLarge(reply, detailCode)) return rejected('too_large', detailCode);
  if (isOurFault(reply, detailCode)) {
    throw new AdapterError('The mail server does not let this account send.', {
      kind: 'misconfigured',
      outcome: 'notDone',
    });
  }
  if (isDeadAddress(reply, detailCode)) return rejected('recipient_invalid', detailCode);
  return rejected(detailCode?.startsWith('5.7.') === true ? 'policy' : 'message_refused', detailCode);
}

function temporary({ code }: SmtpReply): AdapterError {
  const isBusy = code === 421;
  return new AdapterError(isBusy ? 'The mail server asks for a pause.' : 'The mail server asks to try again later.', {
    kind: isBusy ? 'rateLimited' : 'unavailable',
    outcome: 'notDone',
    // Greylisting servers want five minutes at least.
    retryAfterMs: 5 * minuteMs,
  });
}

function isTooLarge({ code, command }: SmtpReply, detailCode: string | null): boolean {
  return (
    detailCode === '5.3.4' || detailCode === '5.2.3' || (code === 552 && detailCode === null && command !== 'RCPT TO')
  );
}

/** What a server refuses before it has heard of a recipient is about the sender. */
function isOurFault({ code, text, command }: SmtpReply, detailCode: string | null): boolean {
  if (code === 530 || code === 535 || command === 'MAIL FROM') return true;
  if (detailCode === null) return ourFault.test(text) && !unknownUser.test(text);
  return ourFaultCodes.has(detailCode) || (detailCode.startsWith('5.7.') && ourFault.test(text));
}

function isDeadAddress({ code, text, command }: SmtpReply, detailCode: string | null): boolean {
  if (detailCode !== null) return deadAddress.has(detailCode);
  return command === 'RCPT TO' && (code === 550 || code === 551 || code === 553) && unknownUser.test(text);
}

function findEnhancedCode(text: string): string | null {
  return /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? null;
}

function rejected(reason: SendRejection, detailCode: string | null): Refusal {
  return { status: 'rejected', reason, detailCode };
}
