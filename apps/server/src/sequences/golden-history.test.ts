import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toInstant } from '@regulars/core/shared';
import { decide, type EnrollmentInput, type EnrollmentState, type SequenceDefinition } from '@regulars/core/sequences';

/** One enrollment as it really went: what came, when, and what was decided. */
interface History {
  readonly definition: SequenceDefinition;
  readonly timeZone: string;
  readonly decisions: readonly {
    readonly now: number;
    readonly input: EnrollmentInput;
    readonly segmentKeys: readonly string[];
    readonly sequenceStatus: 'live' | 'paused';
    /** Left out of histories from before there were cases. */
    readonly hasOpenCase?: boolean;
    readonly decided: ReturnType<typeof decide>;
  }[];
}

const folder = fileURLToPath(new URL('fixtures/', import.meta.url));
const names = globSync('*.json', { cwd: folder }).toSorted();

function readHistory(name: string): History {
  return JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as History;
}

describe('a recorded history', () => {
  it.for(names)('%s is decided today as it was then', (name) => {
    const { definition, timeZone, decisions } = readHistory(name);
    let state: EnrollmentState | null = null;
    for (const { now, input, segmentKeys, sequenceStatus, hasOpenCase = false, decided } of decisions) {
      const again = decide(state, input, {
        definition,
        now: toInstant(now),
        timeZone,
        segmentKeys: new Set(segmentKeys),
        sequenceStatus,
        hasOpenCase,
      });
      expect(JSON.parse(JSON.stringify(again))).toEqual(decided);
      if (again.ok) state = again.value.state;
    }
  });

  it('exists for runs that were completed, left, paused, held, answered and ended by a branch', () => {
    const codes = names.flatMap((name) =>
      readHistory(name).decisions.map(({ decided }) =>
        decided.ok ? (decided.value.state.reason ?? decided.value.state.status) : decided.failure.code,
      ),
    );
    for (const code of [
      'completed',
      'order_refunded',
      'sequence.paused',
      'not_a_buyer',
      'enrollment.not_due',
      'enrollment.case_open',
      'enrollment.not_sooner',
      'reported_problem',
    ])
      expect(codes).toContain(code);
  });
});
