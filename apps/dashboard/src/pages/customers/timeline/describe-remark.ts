import type { TimelineEntry, TimelineRow } from './timeline-entry.ts';
import { textOf, type Words } from './words.ts';

/** What the customer said back, in their own words where they left any, and whether somebody has answered. */
export function describeRemark(row: TimelineRow, { t, mailName, wordsOf }: Words): TimelineEntry | null {
  const template = mailName(textOf(row, 'templateKey'));
  const entry = (title: string, tone: TimelineEntry['tone']): TimelineEntry => ({
    title,
    why: wordsOf(textOf(row, 'remarkId')),
    tone,
    topic: 'remark',
    mailId: null,
  });
  switch (row.kind) {
    case 'checkInAnswered':
      switch (textOf(row, 'answer')) {
        case 'great':
          return entry(t.answeredGreat, 'good');
        case 'question':
          return entry(t.answeredQuestion, 'attention');
        default:
          return entry(t.answeredProblem, 'bad');
      }
    case 'messageReplied':
      return entry(t.replied(template), 'attention');
    case 'caseOpened':
      return { ...entry(t.caseOpened, 'attention'), why: t.caseOpenedWhy };
    case 'caseClosed':
      return { ...entry(t.caseClosed, 'good'), why: t.caseClosedWhy };
    default:
      return null;
  }
}
