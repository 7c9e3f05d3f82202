/** Why a mail came back, was given up, or is held up: a sentence for each kind the mail adapters tell. */
export const bounces = {
  noSuchMailbox: 'The address does not exist.',
  mailboxDisabled: 'The mailbox is closed.',
  domainUnknown: 'Nobody takes mail for the address’ domain.',
  mailboxFull: 'The mailbox is full.',
  policyOrReputation: 'Their mail service does not take mail from this sender.',
  senderAuthentication: 'The sender could not prove itself (SPF, DKIM, DMARC or reverse DNS).',
  spam: 'Their mail service took it for spam.',
  contentRejected: 'Their mail service does not take what is in it.',
  contentTooLarge: 'It is too large.',
  greylisted: 'Their mail service wants it to be sent again later.',
  rateLimited: 'Too much was sent at once.',
  relayDenied: 'The mail server does not let this account send.',
  unreachable: 'Their mail server could not be reached.',
  serverTrouble: 'Their mail server has trouble.',
  autoReply: 'It was answered automatically.',
  unknown: 'Their mail server gave no reason we know.',
};
