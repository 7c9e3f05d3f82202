import type { Cohort, CohortTable } from '@regulars/core/clv/cohorts';
import { heatMap } from '../charts/heat-map.ts';
import type { Figure } from '../figure.ts';
import type { Formats } from '../formats.ts';

/** So many months fit on a page. */
const mostMonths = 18;

/** The triangle: of who first bought in a month, how many bought again in each month since; null while no month is over. */
export function cohortFigure({ byFirstMonth }: CohortTable, formats: Formats): Figure | null {
  const cohorts = byFirstMonth.slice(-mostMonths);
  const months = Math.max(1, ...cohorts.map(({ periods }) => periods.length - 1));
  const shareOf = (cohort: Cohort, month: number) => {
    const period = cohort.periods[month];
    return period?.isComplete === true ? period.activeShare : null;
  };
  const columns = Array.from({ length: months }, (_, index) => index + 1);
  // The oldest cohort stands above, and maps are drawn from the bottom.
  const rows = cohorts.toReversed();
  const shares = rows.map((cohort) => columns.map((month) => shareOf(cohort, month)));
  if (shares.flat().every((share) => share === null)) return null;
  const most = Math.max(...shares.flat().map((share) => share ?? 0), 1e-9);
  const left = byFirstMonth.length - cohorts.length;
  return {
    title: 'Who comes back, by month of the first purchase',
    note: `${formats.whole(sum(cohorts))} customers in ${cohorts.length} cohorts${left > 0 ? `; ${left} older ones left out` : ''}; the darkest is ${formats.share(most)}; months that are not over are left out`,
    alt: `Cohort triangle: shares of each month’s new customers who bought again in later months, up to ${formats.share(most)}.`,
    width: 'full',
    draw: (widthPx) =>
      heatMap(
        {
          cells: shares.map((row) => row.map((share) => (share === null ? null : share / most))),
          title: (row, column) =>
            `First bought in ${rows[row]?.key ?? ''}; ${formats.share(shares[row]?.[column] ?? 0)} bought ${columns[column]} months later`,
          columnLabels: columns.map(String),
          rowLabels: rows.map(({ key }) => key),
          columnTitle: 'months since the first purchase',
          rowTitle: 'first bought',
        },
        widthPx,
      ),
    table: {
      head: ['First bought', 'Customers', ...columns.map((month) => `Month ${month}`)],
      rows: cohorts.map((cohort) => [
        cohort.key,
        formats.whole(cohort.customers),
        ...columns.map((month) => {
          const share = shareOf(cohort, month);
          return share === null ? '' : formats.share(share);
        }),
      ]),
    },
  };
}

function sum(cohorts: readonly Cohort[]): number {
  return cohorts.reduce((total, { customers }) => total + customers, 0);
}
