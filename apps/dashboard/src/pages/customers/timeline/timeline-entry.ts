import type { TimelineRow } from '../../../api/customers.ts';
import type { Tone } from '../../../components/badge.tsx';

export type { TimelineRow };

/** What happened with a customer, or is to happen, in words. */
export interface TimelineEntry {
  readonly title: string;
  readonly why: string | null;
  readonly tone: Tone;
  readonly topic: 'order' | 'person' | 'segment' | 'sequence' | 'mail' | 'friend' | 'reward' | 'remark';
  /** The mail it speaks of, by its id in the mailbox. */
  readonly mailId: string | null;
}
