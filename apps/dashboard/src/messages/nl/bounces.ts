import type { Messages } from '../en.ts';

/** Why a mail came back, was given up, or is held up. */
export const bounces: Messages['timeline']['bounces'] = {
  noSuchMailbox: 'Het adres bestaat niet.',
  mailboxDisabled: 'De mailbox is gesloten.',
  domainUnknown: 'Niemand neemt mail aan voor het domein van dit adres.',
  mailboxFull: 'De mailbox is vol.',
  policyOrReputation: 'De maildienst neemt geen mail van deze afzender aan.',
  senderAuthentication: 'De afzender kon zich niet bewijzen (SPF, DKIM, DMARC of reverse DNS).',
  spam: 'De maildienst hield hem voor spam.',
  contentRejected: 'De maildienst neemt de inhoud niet aan.',
  contentTooLarge: 'Hij is te groot.',
  greylisted: 'De maildienst wil dat hij later nog eens wordt verstuurd.',
  rateLimited: 'Er werd te veel tegelijk verstuurd.',
  relayDenied: 'De mailserver laat dit account niet verzenden.',
  unreachable: 'De mailserver was niet bereikbaar.',
  serverTrouble: 'De mailserver heeft een storing.',
  autoReply: 'Er kwam een automatisch antwoord.',
  unknown: 'De mailserver gaf geen reden die we kennen.',
};
