import { unhurriedLanes } from '../../customers/forecasts/jobs.ts';
import type { Lane } from '../../foundation/lanes/lane.ts';

/** The lanes by which things happen. Figures and models are drawn from what happened: it is enough to draw them when one arrives. */
export function withoutFigures(lanes: readonly Lane[]): readonly Lane[] {
  return lanes.filter(({ name }) => !name.startsWith('reports.') && !unhurriedLanes.includes(name));
}
