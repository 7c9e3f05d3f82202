import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from './allocate.ts';
import { exponentOf, parseCurrency, type CurrencyCode } from './currency.ts';
import { toDecimal } from './money.ts';
import { parseDecimal } from './parse-decimal.ts';

const currencies = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF').map((code) => parseCurrency(code) as CurrencyCode);
const minor = fc.maxSafeInteger();

test('what is written as a decimal is read back as the same amount', () => {
  fc.assert(
    fc.property(minor, currencies, (amountMinor, currency) => {
      expect(parseDecimal(toDecimal({ amountMinor, currency }), currency)).toBe(amountMinor === 0 ? 0 : amountMinor);
    }),
  );
});

test('decimals beyond the currency move an amount by half a minor unit at most, the same way for debts', () => {
  const digits = fc.stringMatching(/^[0-9]{1,8}$/);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), digits, currencies, (whole, fraction, currency) => {
      const text = `${whole}.${fraction}`;
      const read = parseDecimal(text, currency) ?? Number.NaN;
      const scale = 10n ** BigInt(exponentOf(currency));
      const doubledError = 2n * (BigInt(read) * 10n ** 8n - BigInt(whole + fraction.padEnd(8, '0')) * scale);
      expect(doubledError <= 10n ** 8n && doubledError > -(10n ** 8n)).toBe(true);
      expect(parseDecimal(`-${text}`, currency)).toBe(read === 0 ? 0 : -read);
    }),
  );
});

test('shares sum to the total exactly and each is within one minor unit of its exact part', () => {
  const weights = fc.array(fc.maxSafeNat(), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(minor, weights, (totalMinor, shares) => {
      const parts = allocate(totalMinor, shares);
      expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(totalMinor));
      const weightSum = shares.reduce((sum, weight) => sum + BigInt(weight), 0n);
      if (weightSum === 0n) return;
      for (const [index, part] of parts.entries()) {
        const error = BigInt(part) * weightSum - BigInt(totalMinor) * BigInt(shares[index] ?? 0);
        expect(error < weightSum && error > -weightSum).toBe(true);
      }
    }),
  );
});

test('a larger weight never gets the smaller share', () => {
  const weights = fc.array(fc.nat(1000), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(fc.nat(), weights, (totalMinor, shares) => {
      const parts = allocate(totalMinor, shares);
      for (const [i, a] of shares.entries()) {
        for (const [j, b] of shares.entries()) {
          if (a > b) expect(parts[i] ?? 0).toBeGreaterThanOrEqual(parts[j] ?? 0);
        }
      }
    }),
  );
});
