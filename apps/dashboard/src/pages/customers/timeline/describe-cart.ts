import type { TimelineEntry, TimelineRow } from './timeline-entry.ts';
import { numberOf, type Words } from './words.ts';

/** What became of a cart that was left. */
export function describeCart(row: TimelineRow, { t }: Words): TimelineEntry | null {
  const entry = (title: string, why: string | null, tone: TimelineEntry['tone']): TimelineEntry => ({
    title,
    why,
    tone,
    topic: 'order',
    mailId: null,
  });
  switch (row.kind) {
    case 'cartAbandoned':
      return entry(t.cartAbandoned(numberOf(row, 'itemCount')), t.cartAbandonedWhy, 'attention');
    case 'cartRecovered':
      return entry(t.cartRecovered, null, 'good');
    case 'cartDiscarded':
      return entry(t.cartDiscarded, null, 'neutral');
    default:
      return null;
  }
}
