import { describeCart } from './describe-cart.ts';
import { describeFriend } from './describe-friend.ts';
import { describeMail } from './describe-mail.ts';
import { describeOrder } from './describe-order.ts';
import { describePerson } from './describe-person.ts';
import { describePlan } from './describe-plan.ts';
import { describeRemark } from './describe-remark.ts';
import { describeSequence } from './describe-sequence.ts';
import type { TimelineEntry, TimelineRow } from './timeline-entry.ts';
import type { Words } from './words.ts';

const describers = [
  describePlan,
  describeOrder,
  describeCart,
  describePerson,
  describeSequence,
  describeMail,
  describeRemark,
  describeFriend,
];

/** What happened and why, in words; for what this dashboard does not know yet, the server's own. */
export function describeRow(row: TimelineRow, words: Words): TimelineEntry {
  for (const describe of describers) {
    const entry = describe(row, words);
    if (entry !== null) return entry;
  }
  return { title: row.sentence.replace(/\.$/, ''), why: row.why, tone: 'neutral', topic: 'person', mailId: null };
}
