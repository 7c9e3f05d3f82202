import { CommandFailure } from '../command-failure.ts';
import type { RowBlock } from './csv/row-block.ts';

/** Sees to it that all amounts are in one currency. */
export interface CurrencyWatch {
  /** null where no row said one. */
  readonly currency: string | null;
  /** @throws CommandFailure at the first row of another currency. */
  check(bytes: Uint8Array, block: RowBlock, slot: number): void;
}

const decoder = new TextDecoder();

export function createCurrencyWatch(): CurrencyWatch {
  let known: Uint8Array | null = null;
  let currency: string | null = null;
  return {
    get currency() {
      return currency;
    },
    check: (bytes, { starts, ends, width, size, lines }, slot) => {
      for (let row = 0, cell = slot; row < size; row += 1, cell += width) {
        const start = starts[cell]!;
        const end = ends[cell]!;
        if (start < 0 || start === end || (known !== null && isSame(known, bytes, start, end))) continue;
        const written = decoder.decode(bytes.subarray(start, end)).toUpperCase();
        if (currency === null) {
          known = bytes.slice(start, end);
          currency = written;
        } else if (written !== currency) {
          throw new CommandFailure(
            `Line ${lines[row]} is in ${written}, those before it in ${currency}. Amounts of several currencies cannot be added up: give one file for each.`,
          );
        }
      }
    },
  };
}

function isSame(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== known.length) return false;
  for (let at = 0; at < known.length; at += 1) if (known[at] !== bytes[start + at]) return false;
  return true;
}
