import { createHash } from 'node:crypto';
import type { OutgoingMessage } from '@regulars/adapter-contracts';
import type { MailgunMessageData } from 'mailgun.js/definitions';
import { toAddress, toSharedFields } from '../to-message-data.ts';
import { findSkeleton } from './find-skeleton.ts';

/**
 * Messages of one group as Mailgun's form. Mailgun gives a batch one Message-ID for all, so it is told one, always the
 * same for the same messages; each is known by its own `effect_id`.
 */
export function toBatchData(messages: readonly [OutgoingMessage, ...OutgoingMessage[]]): MailgunMessageData {
  const [first] = messages;
  const { subject, html, text, headers, variables } = findSkeleton(messages);
  const recipients = messages.map(({ to, effectId }, index) => [
    to.address,
    { ...variables[index], effect_id: effectId },
  ]);
  return {
    ...toSharedFields({ ...first, headers, messageId: toBatchId(messages) }),
    to: messages.map(({ to }) => toAddress(to)),
    subject,
    text,
    html,
    'v:effect_id': '%recipient.effect_id%',
    'recipient-variables': JSON.stringify(Object.fromEntries(recipients)),
  };
}

function toBatchId(messages: readonly [OutgoingMessage, ...OutgoingMessage[]]): string {
  const effectIds = messages.map(({ effectId }) => effectId).join(' ');
  const [, domain = ''] = /@(.*)$/.exec(messages[0].messageId) ?? [];
  return `${createHash('sha256').update(effectIds).digest('hex').slice(0, 32)}.batch@${domain}`;
}
