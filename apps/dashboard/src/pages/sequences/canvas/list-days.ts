import type { SequenceDefinition } from '@regulars/core/sequences';

const dayMs = 86_400_000;

/**
 * On which day each step comes at the earliest, counted from what begins the sequence: the waits written above it, added
 * up. Day 0 is the day itself.
 */
export function listDays(steps: SequenceDefinition['steps']): readonly number[] {
  let passedMs = 0;
  return steps.map((step) => {
    const day = Math.floor(passedMs / dayMs);
    if (step.kind === 'wait') passedMs += step.delayMs;
    return day;
  });
}
