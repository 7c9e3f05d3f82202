/** Why a mail was not taken, in one vocabulary for every mail server and provider. */
export type BounceKind =
  /** The address does not exist, cannot exist, or has moved away. */
  | 'noSuchMailbox'
  /** The address exists no more, or takes no mail for good. */
  | 'mailboxDisabled'
  /** Nobody answers for the address' domain, or it takes no mail (RFC 7505). */
  | 'domainUnknown'
  | 'mailboxFull'
  /** The receiver refuses this sender, server or kind of mail. */
  | 'policyOrReputation'
  /** SPF, DKIM, DMARC or reverse DNS of the sender is not in order. */
  | 'senderAuthentication'
  /** This message was taken for spam, or carries a virus. */
  | 'spam'
  /** This message is malformed, or has parts the receiver does not take. */
  | 'contentRejected'
  | 'contentTooLarge'
  | 'greylisted'
  | 'rateLimited'
  /** Our own account may not send through this server. */
  | 'relayDenied'
  /** No connection, a loop, or given up after too long. */
  | 'unreachable'
  /** The receiving server has trouble of its own. */
  | 'serverTrouble'
  /** A person's or a machine's answer; nothing was refused. */
  | 'autoReply'
  | 'unknown';

/** What a server said of a mail it did not take. */
export interface BounceEvidence {
  /** Word for word, e.g. `550 5.1.1 <…>: Recipient address rejected: User unknown`; lines joined or not. */
  readonly text: string;
  /** Where it is known apart from the text, e.g. 550. */
  readonly replyCode?: number | null;
  /** RFC 3463, where it is known apart from the text, e.g. the `Status` of a delivery report. */
  readonly statusCode?: string | null;
}

export interface Bounce {
  readonly kind: BounceKind;
  /** False: the same mail may be taken later, so this is no bounce. */
  readonly isPermanent: boolean;
  /** The address itself is at fault, for good: it must not be written to again. Only then is this true. */
  readonly maySuppress: boolean;
  /** RFC 3463; the most telling one given. */
  readonly statusCode: string | null;
  readonly replyCode: number | null;
}
