import { describe, expect, test } from 'vitest';
import { minuteMs } from '../shared/instant.ts';
import type { SequenceDefinition } from './definition.ts';
import { parseSequenceDefinition, type DefinitionContext } from './parse-definition.ts';

const context: DefinitionContext = { templateKeys: new Set(['hello']), segmentKeys: new Set(['loyal']) };
const wait = { id: 'rest', kind: 'wait', delayMs: minuteMs } as const;
const send = { id: 'hello', kind: 'send', templateKey: 'hello', purpose: 'marketing' } as const;
const branch = { id: 'fork', kind: 'branch', segmentKey: 'loyal', then: 'hello', otherwise: 'out' } as const;
const out = { id: 'out', kind: 'exit', reason: 'done' } as const;

const valid: SequenceDefinition = {
  key: 'greeting',
  name: 'Greeting',
  purpose: 'Says hello.',
  trigger: { event: 'orderPaid' },
  reentry: 'oncePerOrder',
  exitOn: ['orderRefunded'],
  steps: [wait, branch, out, send],
};

function refusalsOf(changes: object): readonly string[] {
  const parsed = parseSequenceDefinition({ ...valid, ...changes }, context);
  return parsed.ok ? [] : parsed.failure.map(({ code, path }) => `${code} ${path}`);
}

describe('parseSequenceDefinition', () => {
  test('accepts a sequence in which every step is named, reached and can be taken', () => {
    expect(parseSequenceDefinition(valid, context)).toEqual({ ok: true, value: valid });
  });

  test('accepts a loop that waits', () => {
    expect(refusalsOf({ steps: [wait, { ...send, next: 'rest' }] })).toEqual([]);
  });

  test.for<[string, object, string[]]>([
    ['no steps', { steps: [] }, ['sequence.definition_invalid /steps']],
    ['an unknown kind of step', { steps: [{ id: 'a', kind: 'shout' }] }, ['sequence.definition_invalid /steps/0/kind']],
    ['a wait of no time', { steps: [{ ...wait, delayMs: 0 }] }, ['sequence.definition_invalid /steps/0/delayMs']],
    [
      'a time of day that is none',
      { steps: [{ ...wait, untilLocalTime: '24:00' }] },
      ['sequence.definition_invalid /steps/0/untilLocalTime'],
    ],
    [
      'a window that ends before it begins',
      { steps: [{ ...wait, window: { from: '18:00', until: '09:00' } }] },
      ['sequence.definition_invalid /steps/0/window/until'],
    ],
    [
      'a wait that an answer would not shorten',
      { steps: [{ ...wait, soonerOn: { answer: 'great', delayMs: minuteMs } }] },
      ['sequence.definition_invalid /steps/0/soonerOn/delayMs'],
    ],
    [
      'an answer nobody can give',
      { steps: [{ ...wait, delayMs: 2 * minuteMs, soonerOn: { answer: 'superb', delayMs: minuteMs } }] },
      ['sequence.definition_invalid /steps/0/soonerOn/answer'],
    ],
    ['a misspelt field', { steps: [{ ...wait, delay: 5 }] }, ['sequence.definition_invalid /steps/0']],
    ['a step that is named twice', { steps: [wait, { ...send, id: 'rest' }] }, ['sequence.step_duplicate /steps/1/id']],
    ['a way to no step', { steps: [wait, { ...send, next: 'nowhere' }] }, ['sequence.step_unknown /steps/1/next']],
    [
      'a branch to no step',
      { steps: [{ ...branch, otherwise: 'nowhere' }, send] },
      ['sequence.step_unknown /steps/0/otherwise'],
    ],
    ['a step nothing leads to', { steps: [out, send] }, ['sequence.step_unreachable /steps/1']],
    ['a loop that never waits', { steps: [{ ...send, next: 'hello' }] }, ['sequence.loop_without_wait /steps/0']],
    [
      'a template the store lacks',
      { steps: [{ ...send, templateKey: 'bye' }] },
      ['sequence.template_missing /steps/0/templateKey'],
    ],
    [
      'a segment the store lacks',
      { steps: [{ ...branch, segmentKey: 'vip' }, out, send] },
      ['sequence.segment_missing /steps/0/segmentKey'],
    ],
    [
      'a trigger on a segment the store lacks',
      { trigger: { event: 'segmentEntered', when: { segmentKey: 'vip' } }, reentry: 'oncePerCustomer' },
      ['sequence.segment_missing /trigger/when/segmentKey'],
    ],
    [
      'once per order where no order begins it',
      { trigger: { event: 'segmentEntered', when: { segmentKey: 'loyal' } } },
      ['sequence.reentry_impossible /reentry'],
    ],
    [
      'purchase numbers that exclude each other',
      { trigger: { event: 'orderPaid', when: { purchaseNumber: { atLeast: 3, atMost: 2 } } } },
      ['sequence.definition_invalid /trigger/when/purchaseNumber/atMost'],
    ],
  ])('refuses %s', ([, changes, refusals]) => {
    expect(refusalsOf(changes)).toEqual(refusals);
  });
});
