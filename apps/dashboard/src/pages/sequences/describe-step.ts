import type { SequenceDefinition } from '@regulars/core/sequences';

import type { Messages } from '../../messages/en.ts';
import { nameSegmentKey } from '../segments/name-segment.ts';
import { nameMail } from './names.ts';

type Step = SequenceDefinition['steps'][number];

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What a step does, in a few words. */
export function describeStep(step: Step, messages: Messages): string {
  const { sequences: t } = messages;
  switch (step.kind) {
    case 'wait': {
      const duration = toDuration(step.delayMs, t);
      const waits =
        step.window === undefined ? t.waits(duration) : t.waitsUntilOpen(duration, step.window.from, step.window.until);
      const { soonerOn } = step;
      return soonerOn === undefined
        ? waits
        : t.waitsLess(waits, toDuration(soonerOn.delayMs, t), t.answers[soonerOn.answer]);
    }
    case 'send':
      return nameMail(step.templateKey, messages);
    case 'branch':
      return t.branches(nameSegmentKey(step.segmentKey, messages));
    case 'reward':
      return t.gives;
    case 'exit':
      return t.stops;
  }
}

/** What begins the sequence, in a few words. */
export function describeTrigger(trigger: SequenceDefinition['trigger'], { sequences: t }: Messages): string {
  const begins = t.triggers[trigger.event];
  if (trigger.event === 'segmentEntered' || trigger.event === 'cartAbandoned') return begins;
  const { atLeast = 1, atMost } = trigger.when?.purchaseNumber ?? {};
  if (atMost === atLeast) return t.onlyOrder(begins, atLeast);
  if (atMost !== undefined) return t.ordersUntil(begins, atLeast, atMost);
  return atLeast > 1 ? t.fromOrder(begins, atLeast) : begins;
}

function toDuration(delayMs: number, t: Messages['sequences']): string {
  if (delayMs % dayMs === 0) return t.days(delayMs / dayMs);
  if (delayMs % hourMs === 0) return t.hours(delayMs / hourMs);
  return t.minutes(Math.round(delayMs / minuteMs));
}
