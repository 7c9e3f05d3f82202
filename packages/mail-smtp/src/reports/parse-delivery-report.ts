import PostalMime, { type Email } from 'postal-mime';
import type { DeliveryReport } from './delivery-report.ts';
import { parseDeliveryStatus } from './parse-delivery-status.ts';
import { readNotice, splitNotice } from './read-notice.ts';

/** Reports stand at the beginning; what follows is the message they are about, of any size. Cut, so that no content takes long to read. */
const maxBytes = 200_000;
const maxLines = 4_000;
const newline = 10;
/** What a server says of a message, and the beginning of the message. */
const maxNoticeLength = 64_000;
const daemon = /^(mailer-daemon|postmaster|mail-?daemon)\b/i;

/**
 * Reads a mail that came back to the sender's address: a delivery report by the standard (RFC 3464, in a
 * multipart/report of RFC 6522), or a notice in words as qmail, Exim, OpenSMTPD and older Gmail and Exchange write them.
 *
 * @param raw the mail as it came, of any length and any content: nothing makes this throw.
 * @returns null when the mail is no report: a person's answer, an automatic reply, a newsletter, or not a mail at all.
 *
 * @example
 * ```ts
 * const report = await parseDeliveryReport(raw);
 * report?.messageId; // '0190…@shop.example'
 * report?.recipients[0]?.bounce?.maySuppress; // true
 * ```
 */
export async function parseDeliveryReport(raw: string | Uint8Array): Promise<DeliveryReport | null> {
  const mail = await tryParse(raw);
  if (mail === null || !isFromServer(mail)) return null;
  const status = mail.attachments
    .filter(({ mimeType }) => /^message\/(global-)?delivery-status$/.test(mimeType))
    .map(({ content }) => parseDeliveryStatus(toText(content)));
  const notice = splitNotice((mail.text ?? '').slice(0, maxNoticeLength));
  const reported = status.flatMap(({ recipients }) => recipients);
  const recipients = reported.length > 0 ? reported : readNotice(notice);
  if (recipients.length === 0) return null;
  const messageId =
    findCopies(mail, notice.copy)
      .map(findMessageId)
      .find((id) => id !== null) ??
    status.map((each) => each.messageId).find((id) => id !== null) ??
    toMessageId(mail.inReplyTo);
  return { messageId: messageId ?? null, recipients };
}

async function tryParse(raw: string | Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(cut(raw), { forceRfc822Attachments: true, attachmentEncoding: 'utf8' });
  } catch {
    return null;
  }
}

function cut(raw: string | Uint8Array): Uint8Array {
  const bytes = typeof raw === 'string' ? new TextEncoder().encode(raw.slice(0, maxBytes)) : raw.subarray(0, maxBytes);
  let end = -1;
  for (let line = 0; line < maxLines; line += 1) {
    end = bytes.indexOf(newline, end + 1);
    if (end === -1) return bytes;
  }
  return bytes.subarray(0, end);
}

/** A report has no return path (RFC 3464 §2), says so in its type, or is signed by the server. A person's mail that quotes one is none. */
function isFromServer({ headers, from, returnPath }: Email): boolean {
  const type = headers.find(({ key }) => key === 'content-type')?.value ?? '';
  return (
    /^\s*multipart\/report/i.test(type) ||
    headers.some(({ key }) => key === 'x-failed-recipients') ||
    returnPath === '' ||
    daemon.test(from?.address ?? '') ||
    headers.some(({ key, value }) => key === 'return-path' && value.trim() === '<>')
  );
}

function findCopies({ attachments }: Email, copyInWords: string): readonly string[] {
  const attached = attachments.filter(({ mimeType }) => /^(message\/(rfc822|global)|text\/rfc822)/.test(mimeType));
  return [...attached.map(({ content }) => toText(content)), copyInWords];
}

function findMessageId(copy: string): string | null {
  return toMessageId(/^message-id:\s*(<[^>]+>)/im.exec(copy)?.[1]);
}

function toMessageId(field: string | undefined): string | null {
  return /<([^<>\s]+)>/.exec(field ?? '')?.[1] ?? null;
}

function toText(content: string | ArrayBuffer | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
