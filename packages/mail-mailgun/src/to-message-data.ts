import type { Mailbox, OutgoingMessage } from '@regulars/adapter-contracts';
import type { MailgunMessageData } from 'mailgun.js/definitions';

/** Mailgun takes three tags of 128 ASCII characters. */
const maxTags = 3;
const maxTagLength = 128;

/** The message as Mailgun's form; Mailgun composes and signs it under our Message-ID. */
export function toMessageData(message: OutgoingMessage): MailgunMessageData {
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [`h:${name}`, value]));
  return {
    from: toAddress(message.from),
    to: [toAddress(message.to)],
    subject: message.subject,
    text: message.text,
    html: message.html,
    ...headers,
    'h:Message-Id': `<${message.messageId}>`,
    ...(message.replyTo === null ? {} : { 'h:Reply-To': toAddress(message.replyTo) }),
    'v:effect_id': message.effectId,
    'o:tag': message.tags.slice(0, maxTags).map((tag) => tag.replace(/[^\x20-\x7e]/g, '').slice(0, maxTagLength)),
    // Links and pixels are ours alone; rewritten twice they would break.
    'o:tracking': 'no',
  };
}

function toAddress({ name, address }: Mailbox): string {
  if (name === null || name === '') return address;
  return `"${name.replace(/[\r\n]+/g, ' ').replace(/["\\]/g, '\\$&')}" <${address}>`;
}
