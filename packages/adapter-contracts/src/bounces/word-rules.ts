import type { BounceKind } from './bounce.ts';

export interface WordRule {
  readonly kind: BounceKind;
  readonly words: RegExp;
  /** Whose wording it is; null where many servers say it so. */
  readonly provider: string | null;
  /** It says so little that it never speaks against a code. */
  readonly isVague?: true;
}

/**
 * What the words of a refusal say, the first that fits. Sentences about the sender come before those about the address,
 * so that "the domain of the sender was not found" is never read as the recipient's.
 * Sources: the texts in test/bounces/corpus.tsv, part `tuning`, each with its provider; RFC 5321 §4.2.3.
 */
export const wordRules: readonly WordRule[] = [
  {
    kind: 'contentRejected',
    words: /duplicate header|headers? (is|are) not|no resent-from|banned content/i,
    provider: null,
  },
  {
    kind: 'senderAuthentication',
    words:
      /\b(spf|dkim|dmarc)\b|sender policy framework|unauthenticated|authentication (checks|level)|domain authentication fail/i,
    provider: null,
  },
  {
    kind: 'senderAuthentication',
    words: /\bptr\b|\brdns\b|reverse (dns|host ?name)|cannot find your (reverse )?host ?name/i,
    provider: null,
  },
  {
    kind: 'relayDenied',
    words:
      /relay(ing)?( access)? (is )?(denied|disallowed|prohibited|not (permitted|allowed))|denies relay|unable to relay|(credentials for|open) relay|as a relay/i,
    provider: null,
  },
  {
    kind: 'relayDenied',
    words:
      /auth(entication)? (is )?(required|error|failure|failed|not allowed)|client was not authenticated|user ?name and password|must issue a starttls/i,
    provider: null,
  },
  { kind: 'greylisted', words: /gr[ea]y-?list/i, provider: 'Postgrey and its like' },
  { kind: 'spam', words: /nature of the content/i, provider: 'Google' },
  {
    kind: 'policyOrReputation',
    words:
      /\b(ip|host|client|server|network|connections?)\b.{0,60}\b(blocked|black-?listed|block-?list(ed)?|block list|banned)\b/i,
    provider: null,
  },
  {
    kind: 'policyOrReputation',
    words: /reputation|complaints?\b|\b(rbl|dnsbl|sbl|xbl|pbl)\b|spamhaus|spamcop|white-?list|allow-?list/i,
    provider: null,
  },
  {
    kind: 'spam',
    words:
      /virus|malware|anti-?spam|phishing|quarantined|likely unsolicited|(detected|classified|flagged|judged|rejected)( to be)?( as)? spam|spam (detected|content)/i,
    provider: null,
  },
  {
    kind: 'contentRejected',
    words:
      /rfc[ -]?(822|2822|5322)\b|malformed|from: (header|address)|blank from|illegal attachment|attachment extension|security issue|stray (line|newline)|rfc ?\d+ compliant|invalid characters/i,
    provider: null,
  },
  {
    kind: 'mailboxFull',
    words:
      /over ?quota|quota (limit )?(is )?(exceeded|violation)|exceed\w* .{0,20}quota|(mailbox|inbox|maildrop)( \w+){0,3} full|out of storage|storage (limit|allocation|space|quota)|mailbox size limit|destinataire pleine|lleno|speichervolumen|messages on the server/i,
    provider: null,
  },
  {
    kind: 'rateLimited',
    words:
      /too many|rate[ -]limit|rate of mail|at a rate|too (fast|quickly)|slower|slow down|rcpt numbers|excessive volume|frequency (is )?limited|per (hour|connection|session)|this hour|concurrent|(daily|permitted|thread|recipient) limits?|relay limit|exceeded their limit/i,
    provider: null,
  },
  {
    kind: 'contentTooLarge',
    words: /(message|mail|size|attachment).{0,40}(too (large|big|long)|exceed)|size limit/i,
    provider: null,
  },
  {
    kind: 'policyOrReputation',
    words:
      /\bpolic(y|ies)\b|prohibit(ed|ion)|spoof(ed|ing)|banned|access denied|not authorized|user reject|reject(ed)? by|client host rejected|permanently deferred|sending denied|access deny|black ip|denies the sender|mail from invalid|not accepting connections/i,
    provider: null,
  },
  {
    kind: 'policyOrReputation',
    words:
      /(invalid|bad|unknown) (outbound )?sender|sender (address )?(rejected|denied|invalid|is|not|was not|domain|envelope)|sender address|envelope (sender|blocked)|from domain|your (domain|e-?mail address) has been/i,
    provider: null,
  },
  {
    kind: 'serverTrouble',
    words: /(address verification|verification) (is )?in progress/i,
    provider: 'Postfix',
  },
  {
    kind: 'domainUnknown',
    words:
      /host unknown|unknown host|(domain|host)( name)? not found|find the recipient domain|domain .{0,60}does(n't| not) exist|no such domain|non-?existent domain|nxdomain|null mx/i,
    provider: null,
  },
  {
    kind: 'mailboxDisabled',
    words:
      /(user|recipient|mailbox|account|address).{0,40}\b(disabled|inactive|deactivated|discontinued|closed|terminated|no longer (valid|active|available|in use|accept))|(deactivated|inactive|disabled) (mailbox|account|user|e-?mail)|is no longer valid/i,
    provider: null,
  },
  {
    kind: 'noSuchMailbox',
    words:
      /(user|recipient|mailbox|account|address|addressee)( is| name is)? (unknown|not (found|known|recognized|allowed))|unknown( or illegal)? (user|recipient|mailbox|address|alias|local[ -]part)|no such (user|recipient|mailbox|address|person)/i,
    provider: null,
  },
  {
    kind: 'noSuchMailbox',
    words:
      /(user|recipient|mailbox|account|address).{0,60}(not? exists?\b|n't exist|not (be )?found|not in route list)|(invalid|illegal|bad) (recipient|mailbox|user|address)|mailbox (is )?(unavailable|not available)|couldn't be found|no mailbox here/i,
    provider: null,
  },
  {
    kind: 'noSuchMailbox',
    words:
      /unrout(e)?able address|unavailable mail user|not a valid recipient|no account .{0,60}by that name|address reserved|undeliverable address|not a valid (rfc|e-?mail)|not our customer|unallocated/i,
    provider: null,
  },
  {
    kind: 'noSuchMailbox',
    words:
      /(benutzer|empf[aä]nger|utilisateur|destinataire|usuario|destinatario|utente|gebruiker|ontvanger).{0,20}(unbekannt|nicht bekannt|inconnu|invalide|desconocido|sconosciuto|onbekend)/i,
    provider: null,
  },
  { kind: 'noSuchMailbox', words: /doesn't have an? \S+ account/i, provider: 'Yahoo' },
  { kind: 'noSuchMailbox', words: /(?<!sender )address rejected\.?$/i, provider: 'Cisco Secure Email' },
  {
    kind: 'unreachable',
    words:
      /\bhops?\b|\bloop(s|ing)?\b|timed? ?out|timeout|connection (refused|reset|dropped|was closed)|lost connection|no route|(message|time|connection|queue\W+)\s?expired|in the queue too long|not reachable|wasn't able to establish/i,
    provider: null,
    isVague: true,
  },
  {
    kind: 'spam',
    words: /\bspam|\bjunk\b|unsolicited|message ?(filtered|scoring)|content denied/i,
    provider: null,
    isVague: true,
  },
  {
    kind: 'serverTrouble',
    words:
      /temporar(y|ily)|try (again )?later|later again|busy|insufficient|disk|local error|(system|configuration|internal) (error|problem|config|full|failure)|mail system full/i,
    provider: null,
    isVague: true,
  },
  {
    kind: 'policyOrReputation',
    words: /\bblocked\b|(message|mail) (is )?(not allowed|rejected|refused)/i,
    provider: null,
    isVague: true,
  },
];

/** Said by those who are away; of use only where no server refused anything. */
export const autoReplyWords =
  /out of (the )?office|on vacation|on holiday|\baway\b.{0,80}\b(until|return)|automatic reply|auto-?reply|abwesenheit|afwezig/i;
