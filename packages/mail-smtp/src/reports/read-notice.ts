import { classifyBounce } from '@regulars/adapter-contracts';
import type { ReportedRecipient } from './delivery-report.ts';

/** A report in words: what is said, and below it the message it is about. */
export interface Notice {
  readonly said: string;
  readonly copy: string;
}

/** Where servers that keep to no standard begin the copy of the message, each with who does it. */
const copyMarks: readonly RegExp[] = [
  /^-+ ?Below this line is a copy of the message/m, // qmail
  /^-+ This is a copy of (the|your) message/m, // Exim
  /^-+ ?Original message(?: headers)? ?-+/im, // Gmail
  /^[ \t]*Below is a copy of the original message/m, // OpenSMTPD
  /^\|?-+ ?Message (text|header) follows/im, // Exchange, T-Online
  /^Original message headers:/im, // Exchange
];

/** By which such reports give themselves away; a mail without any of them is no report. */
const failedWords =
  /wasn't able to deliver your message|could not be delivered|delivery to the following recipients? (has )?failed|error has occurred while attempting to deliver|did not reach the following recipient|delivery has failed|failed addresses follow|fatal errors|undeliverable/i;
const delayedWords = /warning only|will be retried|has been delayed|not been delivered (yet|to)|still being retried/i;

/** RFC 5322 §2.1.1; what is longer is no sentence of a server. */
const maxLineLength = 998;
/** Notices name those of one message; ours has one recipient. */
const maxRecipients = 50;

/** A line that begins with an address: alone, or followed by what befell it. */
const addressLine = /^[ \t|]*<?([^\s<>:;,"@]+@[^\s<>:;,"@]+)>?(?::|$| on .*$)[ \t]*(.*)$/;

export function splitNotice(text: string): Notice {
  const at = Math.min(...copyMarks.map((mark) => mark.exec(text)?.index ?? text.length));
  return { said: text.slice(0, at), copy: text.slice(at) };
}

/** Whom a report in words names, with what it says of each; nobody where it is no such report. */
export function readNotice({ said }: Notice): readonly ReportedRecipient[] {
  const isDelayed = delayedWords.test(said);
  if (!isDelayed && !failedWords.test(said)) return [];
  const begin = Math.max(0, said.search(isDelayed ? delayedWords : failedWords));
  const found = findReasons(said.slice(begin));
  return found.map(({ address, reason }) => ({
    address,
    action: isDelayed ? 'delayed' : 'failed',
    bounce: classifyBounce({ text: reason }),
  }));
}

function findReasons(said: string): readonly { readonly address: string; readonly reason: string }[] {
  const lines = said.replace(/\r\n?/g, '\n').split('\n');
  const starts = lines.flatMap((line, index) => {
    const [, address, rest] = (line.length > maxLineLength ? null : addressLine.exec(line)) ?? [];
    return address === undefined || rest === undefined ? [] : [{ address, rest, index }];
  });
  return starts.slice(0, maxRecipients).map(({ address, rest, index }, at) => {
    const end = starts[at + 1]?.index ?? lines.length;
    return { address, reason: toReason([rest, ...lines.slice(index + 1, end)].join('\n')) };
  });
}

/** What stands below the address up to the next blank line; Gmail leaves one first, and its own words before the server's. */
function toReason(text: string): string {
  const theirs = /(?:error|response) (?:that|from) the (?:other|remote) server (?:returned )?was:\s*([\s\S]*)/i.exec(
    text,
  );
  const [first = ''] = (theirs?.[1] ?? text).trim().split(/\n[ \t]*\n/);
  return first.replace(/\s+/g, ' ').trim();
}
