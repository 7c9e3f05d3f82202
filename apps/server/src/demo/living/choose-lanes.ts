import { rescoreEverybodyLane, unhurriedLanes } from '../../customers/forecasts/jobs.ts';
import type { Lane } from '../../foundation/lanes/lane.ts';

/** They look after platforms, providers and what was kept long enough; in the middle of a step they would see what is still on its way. */
const tendingLanes: readonly RegExp[] = [
  /^(reports|sync)\./,
  /^delivery\.(reports|pull-suppressions|push-suppressions)$/,
  /^intake\.purge-deliveries$/,
  /^customers\.(erase-left-stores|forget-carts)$/,
];

/** The lanes by which things happen. Figures and models are drawn from what happened, and what is tended keeps: it is enough to see to them when one arrives. */
export function withoutFigures(lanes: readonly Lane[]): readonly Lane[] {
  return lanes.filter(
    ({ name }) => !tendingLanes.some((tending) => tending.test(name)) && !unhurriedLanes.includes(name),
  );
}

const weekDays = 7;
const lastDays = 3;

/** Of those, the lanes of a step so many days before the clock arrives: what time alone does to customers is told by weeks, until the last days. */
export function lanesOfStep(lanes: readonly Lane[], daysLeft: number): readonly Lane[] {
  const isTold = daysLeft < lastDays || Math.floor(daysLeft) % weekDays === 0;
  return isTold ? lanes : lanes.filter(({ name }) => name !== rescoreEverybodyLane);
}
