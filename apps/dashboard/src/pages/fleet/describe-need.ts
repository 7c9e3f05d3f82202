import type { Need } from '../../api/reports.ts';
import type { Formats } from '../../formats/formats.ts';
import type { Messages } from '../../messages/en.ts';

export interface NeedWords {
  readonly t: Messages['needs'];
  readonly formats: Formats;
}

/** A need as a sentence of the reader's language. */
export function describeNeed({ code, count, sinceAt, values }: Need, { t, formats }: NeedWords): string {
  const shown = formats.number(count ?? 0);
  const isOne = count === 1;
  switch (code) {
    case 'connection.paused':
      return values['purpose'] === 'mail' ? t.mailPaused : t.shopPaused;
    case 'connection.unreachable':
      return t.unreachable(describeFailure(values['reason'], t));
    case 'mails.overdue':
      return t.overdue(shown, isOne);
    case 'deliveries.poison':
      return t.poison(shown, isOne);
    case 'effects.unknown':
      return t.unknown(shown, isOne);
    case 'pulls.failed':
      return t.unread;
    case 'hooks.missing':
      return typeof values['reason'] === 'string' ? t.hooksUnasked : t.hooksSilent(shown, isOne);
    case 'bounces.unread':
      return t.bouncesUnread(describeFailure(values['reason'], t));
    case 'privacy.requests':
      return t.dataRequests(shown, isOne, formats.date(String(values['dueAt'])));
    case 'privacy.erasure':
      return t.erasure;
    case 'cases.open':
      return t.cases(shown, isOne, sinceAt === null ? '' : formats.date(sinceAt));
    case 'effects.refused':
      return t.refused(shown, isOne);
    case 'orders.quiet':
      return t.quiet(
        formats.duration(numberOf(values['pauseMs'])),
        formats.duration(numberOf(values['longestPauseMs'])),
      );
    case 'orders.apart':
      return t.apart(formats.number(numberOf(values['there'])), formats.number(numberOf(values['here'])));
    case 'orders.different':
      return t.different(shown, isOne);
    case 'rewards.waiting':
      return t.rewards(shown, isOne);
    case 'referrals.review':
      return t.review(shown, isOne);
    case 'refunds.high': {
      const { usual } = values;
      return t.refunds(
        formats.percent(numberOf(values['share'])),
        typeof usual === 'number' ? formats.percent(usual) : null,
      );
    }
    case 'deliveries.waiting':
      return t.waiting(shown, isOne);
    case 'sequences.off':
      return t.off;
  }
}

/** Why a platform could not be asked, in words that end a sentence. */
export function describeFailure(kind: unknown, t: Messages['needs']): string {
  return typeof kind === 'string' && Object.hasOwn(t.failures, kind)
    ? t.failures[kind as keyof typeof t.failures]
    : t.failures.unavailable;
}

function numberOf(value: string | number | null | undefined): number {
  return typeof value === 'number' ? value : 0;
}
