import type { BounceKind } from './bounce.ts';

/**
 * What an enhanced status code says, by `subject.detail`; its class (4, 5) says for how long. Codes that leave open
 * what happened (`x.y.0`, 7.1) or that servers use for many things (4.1, 7.9) are not here: the words decide.
 * @see https://www.iana.org/assignments/smtp-enhanced-status-codes RFC 3463, 5248, 7372 (7.20 to 7.26), 7505 (1.10)
 * @see https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr (7.5xx)
 */
const kinds: Readonly<Record<string, BounceKind>> = {
  '1.1': 'noSuchMailbox',
  '1.2': 'domainUnknown',
  '1.3': 'noSuchMailbox',
  '1.6': 'noSuchMailbox',
  '1.7': 'policyOrReputation',
  '1.8': 'policyOrReputation',
  '1.10': 'domainUnknown',
  '2.1': 'mailboxDisabled',
  '2.2': 'mailboxFull',
  '2.3': 'contentTooLarge',
  '2.4': 'serverTrouble',
  '3.1': 'serverTrouble',
  '3.4': 'contentTooLarge',
  '3.5': 'serverTrouble',
  '3.6': 'contentRejected',
  '4.2': 'unreachable',
  '4.3': 'serverTrouble',
  '4.6': 'unreachable',
  '4.7': 'unreachable',
  '5.3': 'rateLimited',
  '7.8': 'relayDenied',
  '7.13': 'relayDenied',
  '7.20': 'senderAuthentication',
  '7.21': 'senderAuthentication',
  '7.22': 'senderAuthentication',
  '7.23': 'senderAuthentication',
  '7.24': 'senderAuthentication',
  '7.25': 'senderAuthentication',
  '7.26': 'senderAuthentication',
  '7.509': 'senderAuthentication',
  '7.515': 'senderAuthentication',
};

/** Where neither the detail nor the words tell more. */
const subjects: Readonly<Record<string, BounceKind>> = {
  '3': 'serverTrouble',
  '4': 'unreachable',
  '6': 'contentRejected',
  '7': 'policyOrReputation',
};

export function findStatusKind(statusCode: string): BounceKind | null {
  const [, subject, detail] = statusCode.split('.');
  return kinds[`${subject}.${detail}`] ?? null;
}

export function findSubjectKind(statusCode: string): BounceKind | null {
  return subjects[statusCode.split('.')[1] ?? ''] ?? null;
}
