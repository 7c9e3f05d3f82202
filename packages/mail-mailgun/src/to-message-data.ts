import type { Mailbox, OutgoingMessage } from '@regulars/adapter-contracts';
import type { MailgunMessageData } from 'mailgun.js/definitions';

/** Mailgun takes three tags of 128 ASCII characters. */
const maxTags = 3;
const maxTagLength = 128;

/** The message as Mailgun's form; Mailgun composes and signs it under our Message-ID. */
export function toMessageData(message: OutgoingMessage): MailgunMessageData {
  return {
    ...toSharedFields(message),
    to: [toAddress(message.to)],
    subject: message.subject,
    text: message.text,
    html: message.html,
    'v:effect_id': message.effectId,
  };
}

/** Whatever is the same for one recipient and for many. */
export function toSharedFields({
  from,
  replyTo,
  headers,
  messageId,
  tags,
}: Pick<OutgoingMessage, 'from' | 'replyTo' | 'headers' | 'messageId' | 'tags'>) {
  return {
    from: toAddress(from),
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [`h:${name}`, value])),
    'h:Message-Id': `<${messageId}>`,
    ...(replyTo === null ? {} : { 'h:Reply-To': toAddress(replyTo) }),
    'o:tag': tags.slice(0, maxTags).map((tag) => tag.replace(/[^\x20-\x7e]/g, '').slice(0, maxTagLength)),
    // Links and pixels are ours alone; rewritten twice they would break.
    'o:tracking': 'no' as const,
  };
}

export function toAddress({ name, address }: Mailbox): string {
  if (name === null || name === '') return address;
  return `"${name.replace(/[\r\n]+/g, ' ').replace(/["\\]/g, '\\$&')}" <${address}>`;
}
