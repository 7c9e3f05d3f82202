import type { BounceKind } from '@regulars/adapter-contracts';

/** Why a mail came back or is held up, as the end of a sentence. */
export const bounceReasons: Readonly<Record<BounceKind, string>> = {
  noSuchMailbox: 'the address does not exist',
  mailboxDisabled: 'the mailbox is closed',
  domainUnknown: 'nobody takes mail for the address’ domain',
  mailboxFull: 'the mailbox is full',
  policyOrReputation: 'the receiver does not take mail from this sender',
  senderAuthentication: 'the sender’s SPF, DKIM, DMARC or reverse DNS is not in order',
  spam: 'the receiver took it for spam',
  contentRejected: 'the receiver does not take what is in it',
  contentTooLarge: 'it is too large',
  greylisted: 'the receiver wants it to be sent again later',
  rateLimited: 'too much was sent at once',
  relayDenied: 'the mail server does not let this account send',
  unreachable: 'the receiving server could not be reached',
  serverTrouble: 'the receiving server has trouble',
  autoReply: 'it was answered automatically',
  unknown: 'the receiving server gave no reason that is known here',
};
