import { describe, expect, it } from 'vitest';

import type { Customer, TimelineRow } from '../../api/customers.ts';
import { toWalk } from './walk.ts';

const anna = { id: 'anna' } as Customer;

function row(kind: string, data: Record<string, unknown> = {}): TimelineRow {
  return {
    id: kind,
    at: '2026-11-22T10:00:00.000Z',
    recordedAt: '2026-11-22T10:00:00.000Z',
    kind,
    sentence: '',
    why: null,
    reason: null,
    isPending: false,
    data,
  };
}

const enrolled = row('enrolled', { sequenceKey: 'post-purchase' });

describe('the walk of an order', () => {
  it('begins with the customer alone', () => {
    expect(toWalk(anna, [row('orderPaid')])).toEqual({
      customer: anna,
      segments: [],
      sequenceKey: null,
      waitsUntil: null,
      mailId: null,
    });
  });

  it('names the segments in the order they were entered', () => {
    const buyers = { key: 'buyers', name: 'Buyers' };
    const firstTime = { key: 'first-time', name: 'First-time buyers' };
    const toData = ({ key, name }: typeof buyers) => ({ segmentKey: key, name });
    const timeline = [row('segmentEntered', toData(buyers)), row('segmentEntered', toData(firstTime))];
    expect(toWalk(anna, timeline).segments).toEqual([firstTime, buyers]);
  });

  it('tells where it pauses before the mail, and forgets the pause once the mail is sent', () => {
    const wait = row('stepTaken', { outcome: { kind: 'wait', dueAt: Date.UTC(2026, 10, 22, 10, 10) } });
    expect(toWalk(anna, [wait, enrolled])).toMatchObject({
      sequenceKey: 'post-purchase',
      waitsUntil: '2026-11-22T10:10:00.000Z',
      mailId: null,
    });
    const sent = row('messageAccepted', { messageId: 'm1' });
    expect(toWalk(anna, [wait, sent, enrolled])).toMatchObject({ waitsUntil: null, mailId: 'm1' });
  });
});
