import { createHash } from 'node:crypto';
import type { OutgoingMessage } from '@regulars/adapter-contracts';
import type { SendMailOptions } from 'nodemailer';

/** The message as nodemailer wants it. Nothing in it is random, so every attempt puts the same bytes on the wire. */
export function toMailOptions(message: OutgoingMessage): SendMailOptions {
  return {
    from: toAddress(message.from),
    to: toAddress(message.to),
    ...(message.replyTo === null ? {} : { replyTo: toAddress(message.replyTo) }),
    envelope: { from: message.from.address, to: [message.to.address] },
    subject: message.subject,
    // Chosen here, or nodemailer reads every text twice more to choose it.
    textEncoding: 'quoted-printable',
    text: message.text,
    html: message.html,
    messageId: `<${message.messageId}>`,
    date: new Date(message.sentAt),
    // Literal headers: nodemailer's own `list` option would write List-Unsubscribe twice.
    headers: { ...message.headers },
    baseBoundary: createHash('sha256').update(message.messageId).digest('hex').slice(0, 16),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function toAddress({ name, address }: OutgoingMessage['to']): { readonly name: string; readonly address: string } {
  return { name: name ?? '', address };
}
