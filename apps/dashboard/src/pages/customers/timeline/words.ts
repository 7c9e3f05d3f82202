import type { Formats } from '../../../formats/formats.ts';
import type { Messages } from '../../../messages/en.ts';
import type { TimelineRow } from './timeline-entry.ts';

/** What a description is made of: words, formats, and names for what events call by key. */
export interface Words {
  readonly t: Messages['timeline'];
  readonly gates: Messages['gates'];
  readonly referrals: Messages['referrals'];
  readonly formats: Formats;
  readonly sequenceName: (key: string) => string;
  readonly mailName: (key: string) => string;
  /** Of a segment as the event names it; without its name where only the key is known. */
  readonly segmentName: (key: string, name?: string) => string;
  /** What the customer wrote, in quotation marks; null for a remark without words. */
  readonly wordsOf: (remarkId: string) => string | null;
}

export function textOf({ data }: Pick<TimelineRow, 'data'>, name: string): string {
  const value = data[name];
  return typeof value === 'string' ? value : '';
}

export function numberOf({ data }: Pick<TimelineRow, 'data'>, name: string): number {
  const value = data[name];
  return typeof value === 'number' ? value : 0;
}

/** `thank-you` → `Thank you`: for templates and segments we know by key only. */
export function toName(key: string): string {
  const words = key.replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
