import { secondMs } from '@regulars/core/shared';
import type { z } from 'zod';
import type { StandingPull } from './change-pulls.ts';
import { itemsDone } from './items-done.ts';
import { toPerSecond } from './pace.ts';
import type { pullAnswer } from './pull-answer.ts';

/** A pull as it is shown: with its pace, and how long it will take at this pace. */
export function toPullAnswer({ pull, now }: StandingPull): z.output<typeof pullAnswer> {
  const { cursor: _, pace, failures: __, failureCode, failureMessage, connectionId: ___, ...shown } = pull;
  const done = itemsDone(pull);
  const isUnderWay = pull.state === 'running' || pull.state === 'waiting';
  const perSecond = isUnderWay ? toPerSecond(pace, now, done) : null;
  const left = pull.total === null ? null : Math.max(0, pull.total - done);
  const remainingMs = left === null || perSecond === null || perSecond <= 0 ? null : (left / perSecond) * secondMs;
  return {
    ...shown,
    perSecond,
    remainingMs: remainingMs === null ? null : Math.round(remainingMs),
    failure: failureCode === null ? null : { code: failureCode, message: failureMessage ?? '' },
  };
}
