import { describe, expect, test } from 'vitest';
import type { CustomerId, EnrollmentId, OrderId, SequenceId } from '../shared/ids.ts';
import { dayMs, hourMs, minuteMs, plus, toInstant, type Instant } from '../shared/instant.ts';
import { decide, type EnrollmentInput } from './decide.ts';
import type { DecisionContext, EnrollmentDecision } from './decision.ts';
import type { SequenceDefinition } from './definition.ts';
import type { EnrollmentState } from './enrollment.ts';

const monday = toInstant(Date.parse('2026-11-23T09:00:00Z'));
const enrollmentId = 'e' as EnrollmentId;
const about = { enrollmentId, sequenceId: 's' as SequenceId, sequenceKey: 'greeting' };
const enroll: EnrollmentInput = {
  kind: 'enroll',
  identity: {
    enrollmentId,
    sequenceId: 's' as SequenceId,
    version: 2,
    customerId: 'c' as CustomerId,
    entryKey: 'order:o',
    orderId: 'o' as OrderId,
    triggeredAt: monday,
  },
};

const definition: SequenceDefinition = {
  key: 'greeting',
  name: 'Greeting',
  purpose: 'Says hello.',
  trigger: { event: 'orderPaid' },
  reentry: 'oncePerOrder',
  exitOn: ['orderRefunded'],
  steps: [
    { id: 'hello', kind: 'send', templateKey: 'hello', purpose: 'transactional' },
    { id: 'rest', kind: 'wait', delayMs: dayMs },
    { id: 'fork', kind: 'branch', segmentKey: 'loyal', then: 'gift', otherwise: 'out' },
    { id: 'out', kind: 'exit', reason: 'not_loyal' },
    { id: 'gift', kind: 'reward', reward: { kind: 'percent', percent: 10, validDays: 30 } },
    { id: 'bye', kind: 'send', templateKey: 'bye', purpose: 'marketing' },
  ],
};

function at(now: Instant, changes: Partial<DecisionContext> = {}): DecisionContext {
  return {
    definition,
    now,
    timeZone: 'UTC',
    segmentKeys: new Set(),
    sequenceStatus: 'live',
    hasOpenCase: false,
    ...changes,
  };
}

function decided(state: EnrollmentState | null, input: EnrollmentInput, context: DecisionContext): EnrollmentDecision {
  const decision = decide(state, input, context);
  if (!decision.ok) throw new Error(decision.failure.code);
  return decision.value;
}

function refusalOf(state: EnrollmentState | null, input: EnrollmentInput, context: DecisionContext): string | null {
  const decision = decide(state, input, context);
  return decision.ok ? null : decision.failure.code;
}

const resting = decided(null, enroll, at(monday)).state;
const tuesday = plus(monday, dayMs);

describe('an enrollment', () => {
  test('begins with its first steps, up to the first wait', () => {
    const { state, events, effects } = decided(null, enroll, at(monday));
    expect(state).toMatchObject({
      status: 'active',
      stepId: 'rest',
      dueAt: tuesday,
      version: 2,
      visits: { hello: 1, rest: 1 },
    });
    expect(events.map(({ kind }) => kind)).toEqual(['enrolled', 'stepTaken', 'stepTaken']);
    expect(effects).toEqual([
      {
        kind: 'mail',
        key: 'mail|e|hello|1',
        dueAt: monday,
        payload: {
          templateKey: 'hello',
          purpose: 'transactional',
          orderId: 'o',
          enrollment: { ...about, stepId: 'hello', visit: 1 },
        },
      },
    ]);
  });

  test('goes on when its wait is over, by the segments of that moment', () => {
    const { state, events, effects } = decided(
      resting,
      { kind: 'timerDue' },
      at(tuesday, { segmentKeys: new Set(['loyal']) }),
    );
    expect(state).toMatchObject({ status: 'completed', reason: null, stepId: null, dueAt: null, endedAt: tuesday });
    expect(events.map(({ kind }) => kind)).toEqual([
      'stepTaken',
      'stepTaken',
      'rewardGranted',
      'stepTaken',
      'enrollmentEnded',
    ]);
    expect(events[2]?.data).toEqual({
      ...about,
      stepId: 'gift',
      visit: 1,
      source: 'enrollment:e:gift:1',
      reward: { kind: 'percent', percent: 10, validDays: 30 },
    });
    expect(effects.map(({ key }) => key)).toEqual(['mail|e|bye|1']);
  });

  test('leaves by an exit step with its reason', () => {
    const { state, effects } = decided(resting, { kind: 'timerDue' }, at(tuesday));
    expect(state).toMatchObject({ status: 'exited', reason: 'not_loyal' });
    expect(effects).toEqual([]);
  });

  test('does not move a millisecond early', () => {
    expect(refusalOf(resting, { kind: 'timerDue' }, at(toInstant(tuesday - 1)))).toBe('enrollment.not_due');
  });

  test('that is left calls its planned mails off', () => {
    const { state, events, cancelledMailKeys } = decided(
      resting,
      { kind: 'exit', reason: 'order_refunded' },
      at(plus(monday, hourMs)),
    );
    expect(state).toMatchObject({ status: 'exited', reason: 'order_refunded', stepId: null, dueAt: null });
    expect(events).toEqual([
      { kind: 'enrollmentEnded', data: { ...about, status: 'exited', reason: 'order_refunded' } },
    ]);
    expect(cancelledMailKeys).toEqual(['mail|e|hello|1']);
  });

  test('that has just completed can still be left, because its last mail may be waiting; after two days it cannot', () => {
    const completed = decided(resting, { kind: 'timerDue' }, at(tuesday, { segmentKeys: new Set(['loyal']) })).state;
    const exit: EnrollmentInput = { kind: 'exit', reason: 'order_refunded' };
    expect(decided(completed, exit, at(plus(tuesday, hourMs))).cancelledMailKeys).toEqual([
      'mail|e|hello|1',
      'mail|e|bye|1',
    ]);
    expect(refusalOf(completed, exit, at(plus(tuesday, 3 * dayMs)))).toBe('enrollment.ended');
  });

  test('that has ended stays ended', () => {
    const exited = decided(resting, { kind: 'exit', reason: 'order_refunded' }, at(monday)).state;
    expect(refusalOf(exited, { kind: 'timerDue' }, at(tuesday))).toBe('enrollment.ended');
    expect(refusalOf(exited, { kind: 'exit', reason: 'again' }, at(tuesday))).toBe('enrollment.ended');
    expect(refusalOf(exited, enroll, at(tuesday))).toBe('enrollment.exists');
  });

  test('of a paused sequence rests, begins nowhere, and can be left', () => {
    const paused = at(tuesday, { sequenceStatus: 'paused' });
    expect(refusalOf(null, enroll, paused)).toBe('sequence.paused');
    expect(refusalOf(resting, { kind: 'timerDue' }, paused)).toBe('sequence.paused');
    expect(decided(resting, { kind: 'exit', reason: 'order_refunded' }, paused).state.status).toBe('exited');
  });

  test('of a customer with an open case rests, begins, and can be left', () => {
    const held = at(tuesday, { hasOpenCase: true });
    expect(refusalOf(resting, { kind: 'timerDue' }, held)).toBe('enrollment.case_open');
    expect(decided(null, enroll, held).state.stepId).toBe('rest');
    expect(decided(resting, { kind: 'exit', reason: 'order_refunded' }, held).state.status).toBe('exited');
  });

  describe('that is answered', () => {
    const eager: SequenceDefinition = {
      ...definition,
      steps: [
        {
          id: 'rest',
          kind: 'wait',
          delayMs: 8 * dayMs,
          window: { from: '09:00', until: '18:00' },
          soonerOn: { answer: 'great', delayMs: dayMs },
        },
        { id: 'bye', kind: 'send', templateKey: 'bye', purpose: 'marketing' },
      ],
    };
    const waiting = decided(null, enroll, at(monday, { definition: eager })).state;
    const great: EnrollmentInput = { kind: 'answered', answer: 'great' };
    const evening = toInstant(Date.parse('2026-11-23T20:00:00Z'));

    test('as its wait hopes goes on sooner, still within the window, and says so', () => {
      const { state, events, effects } = decided(waiting, great, at(evening, { definition: eager }));
      expect(state).toEqual({ ...waiting, dueAt: Date.parse('2026-11-25T09:00:00Z') });
      expect(events).toEqual([
        { kind: 'waitShortened', data: { ...about, stepId: 'rest', dueAt: state.dueAt, answer: 'great' } },
      ]);
      expect(effects).toEqual([]);
    });

    test('otherwise, or where it would come later, stays as it is', () => {
      const question: EnrollmentInput = { kind: 'answered', answer: 'question' };
      expect(refusalOf(waiting, question, at(evening, { definition: eager }))).toBe('enrollment.not_sooner');
      const lateAt = plus(monday, 8 * dayMs - hourMs);
      expect(refusalOf(waiting, great, at(lateAt, { definition: eager }))).toBe('enrollment.not_sooner');
      expect(refusalOf(resting, great, at(evening))).toBe('enrollment.not_sooner');
    });
  });

  test('whose wait the version does not have is refused, not guessed at', () => {
    expect(refusalOf({ ...resting, stepId: 'gone' }, { kind: 'timerDue' }, at(tuesday))).toBe(
      'enrollment.step_unknown',
    );
  });

  test('goes round a loop that waits a limited number of times', () => {
    const loop: SequenceDefinition = {
      ...definition,
      steps: [
        { id: 'rest', kind: 'wait', delayMs: minuteMs },
        { id: 'hello', kind: 'send', templateKey: 'hello', purpose: 'marketing', next: 'rest' },
      ],
    };
    let { state } = decided(null, enroll, at(monday, { definition: loop }));
    const keys = new Set<string>();
    while (state.dueAt !== null) {
      const decision = decided(state, { kind: 'timerDue' }, at(state.dueAt, { definition: loop }));
      for (const { key } of decision.effects) keys.add(key);
      ({ state } = decision);
    }
    expect(state).toMatchObject({ status: 'exited', reason: 'visit_limit' });
    expect(keys.size).toBe(24);
  });
});
