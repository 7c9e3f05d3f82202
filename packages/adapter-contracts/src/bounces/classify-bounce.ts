import type { Bounce, BounceEvidence, BounceKind } from './bounce.ts';
import { findCodes, findMostTelling, type BounceCodes } from './find-codes.ts';
import { providerRules } from './provider-rules.ts';
import { findStatusKind, findSubjectKind } from './status-kinds.ts';
import { autoReplyWords, wordRules, type WordRule } from './word-rules.ts';

/** The address itself is at fault. */
const addressFaults: ReadonlySet<BounceKind> = new Set(['noSuchMailbox', 'mailboxDisabled', 'domainUnknown']);
/** RFC 3463 subjects that speak of the address (0, 1, 2) or of nothing in particular (5); not of routes, content, policy. */
const addressSubjects = new Set(['0', '1', '2', '5']);

/**
 * Says why a mail was not taken, for how long, and whether that speaks against the address. Codes decide before words
 * (RFC 3463); words fill in what a code leaves open, and may only make it milder: neither a temporary answer nor
 * policy (x.7.x), however it is worded, ever suppresses a person.
 *
 * @example
 * ```ts
 * classifyBounce({ text: '550 5.1.1 <ada@example.com>: Recipient address rejected: User unknown' });
 * // { kind: 'noSuchMailbox', isPermanent: true, maySuppress: true, statusCode: '5.1.1', replyCode: 550 }
 * classifyBounce({ text: '550 5.7.1 No such user' }).maySuppress; // false
 * ```
 */
export function classifyBounce(evidence: BounceEvidence): Bounce {
  const codes = findCodes(evidence);
  const text = toPlainWords(evidence.text);
  const statusCode = findMostTelling(codes.statusCodes);
  const kind = findKind(text, statusCode, codes);
  const isPermanent = isForGood(codes, kind, text);
  return {
    kind,
    isPermanent,
    maySuppress: isPermanent && addressFaults.has(kind) && codes.statusCodes.every(speaksOfAddress),
    statusCode,
    replyCode: codes.replyCode,
  };
}

/** One line, without the addresses (whose letters must not count as words) and the codes repeated on each line. */
function toPlainWords(text: string): string {
  return text
    .slice(0, 4_000)
    .replace(/\s+/g, ' ')
    .replace(/(?<= )[45]\d\d[- ][45]\.\d+\.\d+ /g, '')
    .replace(/[^\s<>:;,]+@[^\s<>:;,]+/g, '')
    .trim();
}

function findKind(text: string, statusCode: string | null, codes: BounceCodes): BounceKind {
  const said = providerRules.find(
    (rule) => (rule.statusCode === null || rule.statusCode === statusCode) && rule.sentence.test(text),
  );
  if (said !== undefined) return said.kind;
  const worded = wordRules.find((rule) => mayCount(rule, statusCode) && rule.words.test(text)) ?? null;
  const coded = statusCode === null ? null : findStatusKind(statusCode);
  if (coded !== null) return worded !== null && mayCorrect(worded, coded, codes) ? worded.kind : coded;
  const kind = worded?.kind ?? (statusCode === null ? null : findSubjectKind(statusCode));
  return kind ?? findKindWithoutWords(text, codes.replyCode);
}

/** Policy never blames the address; and where it refuses for good, "try again later" is but a phrase. */
function mayCount({ kind, isVague }: WordRule, statusCode: string | null): boolean {
  if (statusCode?.split('.')[1] !== '7') return true;
  if (addressFaults.has(kind)) return false;
  return statusCode.startsWith('4') || isVague !== true || kind === 'spam';
}

/** Words correct a code only where it blames the address: they may name the fault closer, or clear the address of it. */
function mayCorrect({ isVague }: WordRule, coded: BounceKind, { replyCode, statusCodes }: BounceCodes): boolean {
  return addressFaults.has(coded) && (isVague !== true || isTemporary(replyCode, statusCodes));
}

function findKindWithoutWords(text: string, replyCode: number | null): BounceKind {
  if (replyCode === null) return autoReplyWords.test(text) ? 'autoReply' : 'unknown';
  return replyCode < 500 ? 'serverTrouble' : 'unknown';
}

/** Where nobody gives a code, only plain words about the address count. */
function isForGood({ replyCode, statusCodes }: BounceCodes, kind: BounceKind, text: string): boolean {
  if (isTemporary(replyCode, statusCodes)) return false;
  return (
    statusCodes.length > 0 || replyCode !== null || (addressFaults.has(kind) && !/temporar|delay|later/i.test(text))
  );
}

/** Whoever says 4 anywhere means later. */
function isTemporary(replyCode: number | null, statusCodes: readonly string[]): boolean {
  return statusCodes.some((code) => code.startsWith('4')) || (replyCode !== null && replyCode < 500);
}

function speaksOfAddress(statusCode: string): boolean {
  return addressSubjects.has(statusCode.split('.')[1] ?? '');
}
