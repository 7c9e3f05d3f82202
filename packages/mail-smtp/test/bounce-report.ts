import type { OutgoingMessage } from '@regulars/adapter-contracts';

/** What a server sends back of a message whose recipient does not exist (RFC 3464). */
export function toBounceReport({ messageId, from, to }: Pick<OutgoingMessage, 'messageId' | 'from' | 'to'>): string {
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.buyer.test (Mail Delivery System)',
    `To: ${from.address}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I’m sorry to have to inform you that your message could not be delivered.',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.buyer.test',
    '',
    `Final-Recipient: rfc822; ${to.address}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    '--part',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${messageId}>`,
    'Subject: Thank you',
    '',
    '--part--',
    '',
  ].join('\r\n');
}
