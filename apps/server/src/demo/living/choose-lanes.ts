import { rescoreEverybodyLane, unhurriedLanes } from '../../customers/forecasts/jobs.ts';
import type { Lane } from '../../foundation/lanes/lane.ts';

/** They only look, and in the middle of a step they would see what is still on its way. */
const lookingLanes = /^(reports|sync)\./;

/** The lanes by which things happen. Figures and models are drawn from what happened: it is enough to draw them when one arrives. */
export function withoutFigures(lanes: readonly Lane[]): readonly Lane[] {
  return lanes.filter(({ name }) => !lookingLanes.test(name) && !unhurriedLanes.includes(name));
}

const weekDays = 7;
const lastDays = 3;

/** Of those, the lanes of a step so many days before the clock arrives: what time alone does to customers is told by weeks, until the last days. */
export function lanesOfStep(lanes: readonly Lane[], daysLeft: number): readonly Lane[] {
  const isTold = daysLeft < lastDays || Math.floor(daysLeft) % weekDays === 0;
  return isTold ? lanes : lanes.filter(({ name }) => name !== rescoreEverybodyLane);
}
