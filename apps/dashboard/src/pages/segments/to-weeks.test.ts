import { expect, it } from 'vitest';

import { toWeeks } from './to-weeks.ts';

it('gathers the days into weeks that end today, leaving out what a changed rule moved and what is older', () => {
  const day = (
    on: string,
    entered: number,
    left: number,
    cause: 'customerChanged' | 'timePassed' | 'modelChanged' | 'ruleChanged' = 'customerChanged',
  ) => ({
    day: on,
    cause,
    entered,
    left,
  });
  const weeks = toWeeks(
    [
      day('2026-01-10', 100, 0),
      day('2026-01-11', 1, 0),
      day('2026-01-17', 2, 1),
      day('2026-01-18', 4, 0),
      day('2026-01-24', 8, 2),
      day('2026-01-24', 500, 500, 'ruleChanged'),
      day('2026-01-24', 500, 500, 'modelChanged'),
    ],
    '2026-01-24',
    2,
  );
  expect(weeks).toEqual([
    { firstDay: '2026-01-11', entered: 3, left: 1 },
    { firstDay: '2026-01-18', entered: 12, left: 2 },
  ]);
});
