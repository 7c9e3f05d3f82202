import { CommandFailure } from '../command-failure.ts';
import type { RowBlock } from './csv/row-block.ts';

/** Sees to it that all amounts are in one currency. */
export interface CurrencyWatch {
  /** null where no row said one. */
  readonly currency: string | null;
  /** @throws CommandFailure at the first row of another currency. */
  check(bytes: Uint8Array, block: RowBlock, slot: number): void;
}

/** What a cell says of the currency; '' for nothing. */
type ReadCurrency = (bytes: Uint8Array, start: number, end: number) => string;

export function createCurrencyWatch(readCurrency: ReadCurrency): CurrencyWatch {
  let currency: string | null = null;
  return {
    get currency() {
      return currency;
    },
    check: (bytes, { starts, ends, width, size, lines }, slot) => {
      for (let row = 0, cell = slot; row < size; row += 1, cell += width) {
        const start = starts[cell]!;
        const end = ends[cell]!;
        if (start < 0 || start === end) continue;
        const written = readCurrency(bytes, start, end);
        if (written === '' || written === currency) continue;
        if (currency !== null)
          throw new CommandFailure(
            `Line ${lines[row]} is in ${written}, those before it in ${currency}. Amounts of several currencies cannot be added up: give one file for each.`,
          );
        currency = written;
      }
    },
  };
}
