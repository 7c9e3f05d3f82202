import type { BounceEvidence } from './bounce.ts';

export interface BounceCodes {
  readonly replyCode: number | null;
  /** Every RFC 3463 code given, the server's own words first. */
  readonly statusCodes: readonly string[];
}

/** Not a part of an address such as 5.7.1.100, nor a subject RFC 3463 does not have. */
const statusCode = /(?<![\d.])[45]\.[0-7]\.\d{1,3}(?!\d|\.\d)/g;
/** At the beginning, or after who said it: `smtp;550 …`, `host … said: 550 …`, `… error 550-…`. */
const replyCode = /(?:^|[\s:;(#])([45]\d\d)(?=[\s-]|$)/;

/** The codes in what a server said, and those told apart from it. */
export function findCodes(evidence: BounceEvidence): BounceCodes {
  const inText = evidence.text.match(statusCode) ?? [];
  const apart = (evidence.statusCode ?? '').match(statusCode) ?? [];
  const code = toReplyCode(evidence.replyCode ?? 0) ?? toReplyCode(Number(replyCode.exec(evidence.text)?.[1] ?? 0));
  return { replyCode: code, statusCodes: [...inText, ...apart] };
}

/** Null for what is no negative answer of SMTP: providers have codes of their own, e.g. Mailgun's 605. */
function toReplyCode(code: number): number | null {
  return code >= 400 && code < 600 ? code : null;
}

/** The most telling code: policy wherever it is given, and else not `x.y.0`, which says only "other". */
export function findMostTelling(statusCodes: readonly string[]): string | null {
  const isPolicy = (code: string) => code.split('.')[1] === '7';
  return statusCodes.find(isPolicy) ?? statusCodes.find((code) => !code.endsWith('.0')) ?? statusCodes[0] ?? null;
}
