import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerId, EnrollmentId, SequenceId } from '../shared/ids.ts';
import { dayMs, minuteMs, plus, toInstant, type Instant } from '../shared/instant.ts';
import { decide } from './decide.ts';
import type { DecisionContext, EnrollmentDecision } from './decision.ts';
import type { SequenceDefinition } from './definition.ts';
import type { EnrollmentState } from './enrollment.ts';
import { parseSequenceDefinition } from './parse-definition.ts';
import type { Step } from './step.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const segmentKeys = ['loyal', 'first-time'];
const answers = ['great', 'question', 'problem'] as const;
const zones = ['UTC', 'Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu'];

function stepArbitrary(id: string, known: readonly string[]): fc.Arbitrary<Step> {
  const target = fc.constantFrom(...known);
  const next = fc.option(target, { nil: undefined }).map((stepId) => (stepId === undefined ? {} : { next: stepId }));
  const delayMs = fc.integer({ min: minuteMs, max: 20 * dayMs });
  const hour = fc.integer({ min: 0, max: 22 }).map((value) => String(value).padStart(2, '0'));
  const pause = fc.oneof(
    fc.constant({}),
    hour.map((from) => ({ window: { from: `${from}:00`, until: `${from}:59` } })),
    hour.map((at) => ({ untilLocalTime: `${at}:30` })),
  );
  const sooner = fc.oneof(
    fc.constant({}),
    fc.constantFrom(...answers).map((answer) => ({ soonerOn: { answer, delayMs: minuteMs } })),
  );
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(delayMs, pause, sooner, next)
        .map(([delay, until, soon, way]): Step => ({ id, kind: 'wait', delayMs: delay, ...until, ...soon, ...way })),
    },
    {
      weight: 3,
      arbitrary: next.map((way): Step => ({ id, kind: 'send', templateKey: 'hello', purpose: 'marketing', ...way })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(target, target, fc.constantFrom(...segmentKeys))
        .map(([then, otherwise, segmentKey]): Step => ({ id, kind: 'branch', segmentKey, then, otherwise })),
    },
    {
      weight: 1,
      arbitrary: next.map((way): Step => ({
        id,
        kind: 'reward',
        reward: { kind: 'percent', percent: 5, validDays: 9 },
        ...way,
      })),
    },
    { weight: 1, arbitrary: fc.constant<Step>({ id, kind: 'exit', reason: 'enough' }) },
  );
}

const definitions = fc
  .integer({ min: 1, max: ids.length })
  .chain((size) => fc.tuple(...ids.slice(0, size).map((id) => stepArbitrary(id, ids.slice(0, size)))))
  .map((steps): SequenceDefinition => ({
    key: 'any',
    name: 'Any',
    purpose: 'Any.',
    trigger: { event: 'orderPaid' },
    reentry: 'oncePerOrder',
    exitOn: [],
    steps,
  }))
  .filter(
    (definition) =>
      parseSequenceDefinition(definition, { templateKeys: new Set(['hello']), segmentKeys: new Set(segmentKeys) }).ok,
  );

interface Run {
  readonly definition: SequenceDefinition;
  readonly startMs: number;
  readonly timeZone: string;
  /** Per decision: how late it is made, and the segments then; used round and round. */
  readonly moments: readonly { readonly lateMs: number; readonly segments: readonly string[] }[];
}

const runs: fc.Arbitrary<Run> = fc.record({
  definition: definitions,
  startMs: fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') }),
  timeZone: fc.constantFrom(...zones),
  moments: fc.array(fc.record({ lateMs: fc.integer({ min: 0, max: dayMs }), segments: fc.subarray(segmentKeys) }), {
    minLength: 1,
    maxLength: 5,
  }),
});

const identity = {
  enrollmentId: 'e' as EnrollmentId,
  sequenceId: 's' as SequenceId,
  version: 1,
  customerId: 'c' as CustomerId,
  entryKey: 'customer',
  orderId: null,
};

/** Every decision from the beginning to the end, with the moment it was made at. */
function walk({
  definition,
  startMs,
  timeZone,
  moments,
}: Run): { now: Instant; before: EnrollmentState | null; decision: EnrollmentDecision }[] {
  const taken: { now: Instant; before: EnrollmentState | null; decision: EnrollmentDecision }[] = [];
  let state: EnrollmentState | null = null;
  for (let turn = 0; state === null || state.status === 'active'; turn += 1) {
    const { lateMs = 0, segments = [] } = moments[turn % moments.length] ?? {};
    const now: Instant = plus(state?.dueAt ?? toInstant(startMs), lateMs);
    const context: DecisionContext = {
      definition,
      now,
      timeZone,
      segmentKeys: new Set(segments),
      sequenceStatus: 'live',
      hasOpenCase: false,
    };
    const decision = decide(
      state,
      state === null ? { kind: 'enroll', identity: { ...identity, triggeredAt: now } } : { kind: 'timerDue' },
      context,
    );
    if (!decision.ok) throw new Error(decision.failure.code);
    taken.push({ now, before: state, decision: decision.value });
    state = decision.value.state;
    if (taken.length > 1_000) throw new Error('This enrollment does not end.');
  }
  return taken;
}

describe('every enrollment of every valid sequence', () => {
  test('ends', () => {
    fc.assert(
      fc.property(runs, (run) => {
        expect(walk(run).at(-1)?.decision.state.status).not.toBe('active');
      }),
      { numRuns: 300 },
    );
  });

  test('is decided again the same way, to the last byte', () => {
    fc.assert(
      fc.property(runs, (run) => {
        expect(JSON.stringify(walk(run))).toBe(JSON.stringify(walk(run)));
      }),
      { numRuns: 100 },
    );
  });

  test('is never due before its wait is over', () => {
    fc.assert(
      fc.property(runs, (run) => {
        for (const { now, decision } of walk(run)) {
          const { state } = decision;
          if (state.dueAt === null) continue;
          const wait = run.definition.steps.find((step) => step.id === state.stepId);
          expect(wait?.kind === 'wait' && state.dueAt >= now + wait.delayMs).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('names every mail by a key that it never uses again', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const keys = walk(run).flatMap(({ decision }) => decision.effects.map(({ key }) => key));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 200 },
    );
  });

  test('can be read back from JSON at any point and goes on alike', () => {
    fc.assert(
      fc.property(runs, (run) => {
        for (const { before, now, decision } of walk(run)) {
          if (before === null) continue;
          const segments = run.moments[0]?.segments ?? [];
          const context: DecisionContext = {
            definition: run.definition,
            now,
            timeZone: run.timeZone,
            segmentKeys: new Set(segments),
            sequenceStatus: 'live',
            hasOpenCase: false,
          };
          const revived = JSON.parse(JSON.stringify(before)) as EnrollmentState;
          expect(decide(revived, { kind: 'timerDue' }, context)).toEqual(decide(before, { kind: 'timerDue' }, context));
          expect(decision.state.enrollmentId).toBe(before.enrollmentId);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('is due no later for an answer, no sooner than its step allows, and is changed in nothing else', () => {
    fc.assert(
      fc.property(runs, fc.constantFrom(...answers), fc.integer({ min: 0, max: 30 * dayMs }), (run, answer, agoMs) => {
        for (const { decision } of walk(run)) {
          const { state } = decision;
          if (state.dueAt === null) continue;
          const { definition, timeZone } = run;
          const now = plus(state.dueAt, -agoMs);
          const context = {
            definition,
            now,
            timeZone,
            segmentKeys: new Set<string>(),
            sequenceStatus: 'live',
          } as const;
          const answered = decide(state, { kind: 'answered', answer }, { ...context, hasOpenCase: true });
          if (!answered.ok) continue;
          const { dueAt } = answered.value.state;
          expect({ ...answered.value.state, dueAt: null }).toEqual({ ...state, dueAt: null });
          const wait = definition.steps.find((step) => step.id === state.stepId);
          const least = wait?.kind === 'wait' ? (wait.soonerOn?.delayMs ?? Infinity) : Infinity;
          expect(dueAt).toBeGreaterThanOrEqual(now + least);
          expect(dueAt).toBeLessThan(state.dueAt);
          expect(answered.value.effects).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
