import type { BounceKind } from './bounce.ts';

/** A sentence by which one provider means something else than its code, or than the words say elsewhere. */
export interface ProviderRule {
  readonly kind: BounceKind;
  readonly sentence: RegExp;
  /** Only under this code (RFC 3463); null under any. */
  readonly statusCode: string | null;
  readonly provider: string;
  readonly source: string;
}

const exchange = 'https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr';
const google = 'https://support.google.com/a/answer/3726730';

export const providerRules: readonly ProviderRule[] = [
  {
    kind: 'noSuchMailbox',
    sentence: /recipient ?not ?found/i,
    statusCode: '5.1.10',
    provider: 'Exchange Online',
    source: exchange,
  },
  {
    kind: 'noSuchMailbox',
    sentence: /recipient address rejected: access denied/i,
    statusCode: '5.4.1',
    provider: 'Exchange Online',
    source: `${exchange} (Directory Based Edge Blocking)`,
  },
  {
    kind: 'rateLimited',
    sentence: /submission quota exceeded/i,
    statusCode: null,
    provider: 'Exchange Online',
    source: exchange,
  },
  {
    kind: 'rateLimited',
    sentence: /organization queue quota exceeded/i,
    statusCode: null,
    provider: 'Outlook',
    source: 'https://smtpfieldmanual.com/provider/outlook/450/4.7.3',
  },
  {
    kind: 'greylisted',
    sentence: /^(smtp; ?)?45\d[ -]4\.7\.1 try again later\.?$/i,
    statusCode: '4.7.1',
    provider: 'rspamd',
    source: 'https://github.com/rspamd/rspamd/issues/2013',
  },
  {
    kind: 'rateLimited',
    sentence: /mailbox unavailable.*failure sending mail/i,
    statusCode: null,
    provider: 'IONOS, GMX',
    source: 'https://github.com/nodemailer/nodemailer/issues/1555',
  },
  {
    kind: 'serverTrouble',
    sentence: /^(smtp; ?)?45\d[ -].*mailbox (is )?(unavailable|busy)/i,
    statusCode: null,
    provider: 'any: "mailbox busy or temporarily blocked"',
    source: 'RFC 5321 §4.2.3 (450)',
  },
  {
    kind: 'policyOrReputation',
    sentence: /ip=\S+ - a problem occurred/i,
    statusCode: null,
    provider: 'T-Online',
    source: 'https://github.com/Mailu/Mailu/issues/1614',
  },
  {
    kind: 'relayDenied',
    sentence: /cannot achieve exchange server authentication/i,
    statusCode: null,
    provider: 'Exchange Server',
    source: exchange,
  },
  {
    kind: 'rateLimited',
    sentence: /try again later, closing connection/i,
    statusCode: '4.7.0',
    provider: 'Google',
    source: google,
  },
  {
    kind: 'policyOrReputation',
    sentence: /unusual rate of unsolicited mail/i,
    statusCode: null,
    provider: 'Google',
    source: google,
  },
  {
    kind: 'policyOrReputation',
    sentence: /too many bad commands/i,
    statusCode: null,
    provider: 'Cox',
    source: 'https://www.cox.com/business/support/email-error-codes.html',
  },
  {
    kind: 'domainUnknown',
    sentence: /\bhost unknown\b/i,
    statusCode: '5.2.1',
    provider: 'sendmail',
    source: 'https://github.com/sisimai/go-sisimai reason/02-includedin_test.go',
  },
];
