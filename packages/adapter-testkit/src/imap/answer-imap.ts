/** A mail in the folder; its bytes as Latin-1, so that lengths are those of the wire. */
export interface KeptMail {
  readonly uid: number;
  readonly raw: string;
  readonly arrivedAt: Date;
}

export interface ImapFolder {
  readonly mails: readonly KeptMail[];
  readonly uidValidity: number;
  readonly nextUid: number;
  readonly user: string;
  readonly password: string;
}

export interface ImapSession {
  isLoggedIn: boolean;
}

const dayMs = 86_400_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What the server says to one command (RFC 3501 §6), the last line with its tag. */
export function answerImap(session: ImapSession, folder: ImapFolder, tag: string, command: string): string {
  const [, name = '', rest = ''] = /^((?:UID )?\w+) ?(.*)$/i.exec(command) ?? [];
  const done = (...untagged: readonly string[]): string =>
    [...untagged.map((line) => `* ${line}`), `${tag} OK done`, ''].join('\r\n');
  const no = (code: string, text: string): string => `${tag} NO [${code}] ${text}\r\n`;
  const verb = name.toUpperCase();
  switch (verb) {
    case 'CAPABILITY':
      return done('CAPABILITY IMAP4rev1');
    case 'NOOP':
      return done();
    case 'LOGOUT':
      return done('BYE');
    case 'LOGIN': {
      const [user, password] = rest.match(/"(?:[^"\\]|\\.)*"|\S+/g)?.map(unquote) ?? [];
      session.isLoggedIn = user === folder.user && password === folder.password;
      return session.isLoggedIn ? done() : no('AUTHENTICATIONFAILED', `wrong password for ${user ?? ''}`);
    }
    default:
      if (!session.isLoggedIn) return no('CLIENTBUG', 'log in first');
  }
  switch (verb) {
    case 'LIST':
    case 'LSUB':
      return done(`${verb} (\\HasNoChildren) "/" ${rest.endsWith('""') ? '""' : 'INBOX'}`);
    case 'EXAMINE':
      return unquote(rest).toUpperCase() === 'INBOX' ? done(...describe(folder)) : no('NONEXISTENT', 'no such folder');
    case 'UID SEARCH':
      return done(`SEARCH ${search(folder.mails, rest).join(' ')}`.trim());
    case 'UID FETCH':
      return done(...fetch(folder.mails, rest));
    case 'CLOSE':
    case 'UNSELECT':
      return done();
    default:
      // Among them all that would change something.
      return `${tag} BAD not here\r\n`;
  }
}

function describe({ mails, uidValidity, nextUid }: ImapFolder): readonly string[] {
  return [
    'FLAGS (\\Seen)',
    `${mails.length} EXISTS`,
    '0 RECENT',
    `OK [UIDVALIDITY ${uidValidity}] valid`,
    `OK [UIDNEXT ${nextUid}] next`,
    'OK [READ-ONLY] selected',
  ];
}

/** `UID n:*` and `SINCE d-Mon-yyyy`. */
function search(mails: readonly KeptMail[], criteria: string): readonly number[] {
  const [, set] = /\bUID (\S+)/i.exec(criteria) ?? [];
  const [, day, month, year] = /\bSINCE "?(\d{1,2})-(\w{3})-(\d{4})"?/i.exec(criteria) ?? [];
  const since = year === undefined ? 0 : Date.UTC(Number(year), months.indexOf(month ?? ''), Number(day));
  const inSet = set === undefined ? () => true : toSet(mails, set);
  return mails
    .filter(({ uid, arrivedAt }) => inSet(uid) && Math.floor(arrivedAt.getTime() / dayMs) * dayMs >= since)
    .map(({ uid }) => uid);
}

function fetch(mails: readonly KeptMail[], rest: string): readonly string[] {
  const [, set = '', items = ''] = /^(\S+) (.*)$/.exec(rest) ?? [];
  const [, length] = /BODY\.PEEK\[\]<0\.(\d+)>/i.exec(items) ?? [];
  const inSet = toSet(mails, set);
  return mails.flatMap(({ uid, raw, arrivedAt }, index) => {
    if (!inSet(uid)) return [];
    const part = length === undefined ? raw : raw.slice(0, Number(length));
    const body = `BODY[]${length === undefined ? '' : '<0>'} {${part.length}}\r\n${part}`;
    return [`${index + 1} FETCH (UID ${uid} INTERNALDATE "${toImapDate(arrivedAt)}" ${body})`];
  });
}

/** `1,4:7,9:*`; the order of a range's ends says nothing, and `*` is the last mail. */
function toSet(mails: readonly KeptMail[], set: string): (uid: number) => boolean {
  const last = mails.at(-1)?.uid ?? 0;
  const ranges = set.split(',').map((range) => {
    const ends = range.split(':').map((end) => (end === '*' ? last : Number(end)));
    return [Math.min(...ends), Math.max(...ends)] as const;
  });
  return (uid) => ranges.some(([from, to]) => uid >= from && uid <= to);
}

function toImapDate(at: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  return `${two(at.getUTCDate())}-${months[at.getUTCMonth()] ?? ''}-${at.getUTCFullYear()} ${time} +0000`;
}

function unquote(text: string): string {
  return text.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');
}
