import type { ReadTransactions } from '../read-transactions.ts';
import { formatCount } from './format-count.ts';

const longestRow = 100;

/** The rows that could not be used, the first of them one by one; '' without any. */
export function describeRejected({ rows, rejectedRows, firstRejected }: ReadTransactions): string {
  if (rejectedRows === 0) return '';
  const lines = firstRejected.map(({ line, reason, row }) => {
    const shown = row.length > longestRow ? `${row.slice(0, longestRow)}…` : row;
    return `  line ${line}: ${reason}${shown === '' ? '' : `  ${printable(shown)}`}`;
  });
  const more = rejectedRows - firstRejected.length;
  return [
    `${formatCount(rejectedRows)} of ${formatCount(rows)} rows cannot be used:`,
    ...lines,
    ...(more > 0 ? [`  … and ${formatCount(more)} more; --rejects <file> keeps them all.`] : []),
  ].join('\n');
}

/** What a file has in it must not steer the terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '·');
}
