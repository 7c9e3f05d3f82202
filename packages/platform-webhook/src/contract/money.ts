import { multiplyDecimals, parseDecimal, toDecimal, type CurrencyCode } from '@regulars/core/shared';
import { z } from 'zod';
import type { WebhookConfig } from '../config.ts';

/** An amount on the wire: zero or more. Which of the two a connection takes is configured, never guessed. */
export type WireAmount = number | string;

const notMinor = { error: 'Must be a whole number of minor units, zero or more, such as 1990 for 19.90 EUR.' };
const notDecimal = { error: 'Must be a decimal string, zero or more, such as "19.90".' };

/** Binary fractions are refused in both: 10.8 may come as 10.799999999999999. */
export function createAmountSchema(format: WebhookConfig['moneyFormat']): z.ZodType<WireAmount> {
  if (format === 'decimal') return z.string(notDecimal).regex(/^\d{1,11}(\.\d{1,10})?$/, notDecimal);
  return z
    .int(notMinor)
    .nonnegative(notMinor)
    .max(10 ** 14, notMinor);
}

/**
 * Minor units of an amount that the schema let through.
 *
 * @throws RangeError when it did not come through the schema, which bounds form and size.
 */
export function toMinor(amount: WireAmount, currency: CurrencyCode): number {
  if (typeof amount === 'number') return amount;
  const minor = parseDecimal(amount, currency);
  if (minor === null) throw new RangeError('An amount passed the schema and is no decimal.');
  return minor;
}

/** So many decimals of a quantity count: milligrams of a kilogram, and more than a double of a million keeps. */
const quantityDecimals = 9;

/**
 * Minor units of so many at that price each, rounded once: 1000 at 0.125 EUR are 125.00 EUR.
 *
 * @throws RangeError when price or quantity did not come through the schema.
 */
export function toLineMinor(unitPrice: WireAmount, quantity: number, currency: CurrencyCode): number {
  const unit = typeof unitPrice === 'number' ? toDecimal({ amountMinor: unitPrice, currency }) : unitPrice;
  return toMinor(multiplyDecimals(unit, quantity.toFixed(quantityDecimals)), currency);
}
