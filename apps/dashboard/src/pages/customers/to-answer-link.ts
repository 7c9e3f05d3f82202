import type { Remark } from '../../api/cases.ts';

/** Longer links are cut off by some mail programs. */
const maxQuotedLength = 1_200;

/** A link that begins an answer in one's own mail program: to the customer, about the last mail, their words quoted. */
export function toAnswerLink(email: string, remarks: readonly Pick<Remark, 'subject' | 'words'>[]): string {
  const subject = remarks.findLast((remark) => remark.subject !== '')?.subject ?? '';
  const said = remarks.flatMap(({ words }) => (words === null ? [] : [words])).join('\n\n');
  // A pair of UTF-16 cut in two could not be encoded.
  const quoted = said
    .slice(0, maxQuotedLength)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/^/gm, '> ');
  const parts = [
    ...(subject === '' ? [] : [`subject=${encodeURIComponent(/^re:/i.test(subject) ? subject : `Re: ${subject}`)}`]),
    // RFC 6068 wants CRLF between the lines of a body.
    ...(said === '' ? [] : [`body=${encodeURIComponent(`\n\n${quoted}`.replace(/\r?\n/g, '\r\n'))}`]),
  ];
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}${parts.length === 0 ? '' : `?${parts.join('&')}`}`;
}
