import { formatMoney, type CurrencyCode } from '@regulars/core/shared';

import { createAgoFormat } from './ago.ts';
import { createDurationFormat } from './duration.ts';

export interface AmountOfMoney {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Numbers, money and time as the viewer writes them. */
export function createFormats(locale: string) {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const calendarDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const { timeZone } = dateTime.resolvedOptions();
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const number = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const hundredths = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const significant = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const wholePercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const signedPercent = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const alternatives = new Intl.ListFormat(locale, { type: 'disjunction' });
  return {
    /** The viewer's zone, in which all times are told but those of `dateIn`: `Europe/Amsterdam`. */
    timeZone,
    date: (instant: string) => date.format(new Date(instant)),
    /** The day it is in a zone, whatever zone the viewer is in: for days that are a store's. */
    dateIn: (instant: string, timeZone: string) => {
      const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
      return format.format(new Date(instant));
    },
    /** A day of the calendar, `2026-01-31`, which is the same in every zone. */
    calendarDay: (day: string) => calendarDay.format(new Date(day)),
    dateTime: (instant: string) => dateTime.format(new Date(instant)),
    time: (instant: string) => time.format(new Date(instant)),
    /** `22 Nov`, for axes. */
    day: (instant: string) => day.format(new Date(instant)),
    /** `Nov 2026`, for axes. */
    month: (instant: string) => month.format(new Date(instant)),
    number: (value: number) => number.format(value),
    /** With one decimal at most. */
    decimal: (value: number) => decimal.format(value),
    /** With two decimals at most. */
    hundredths: (value: number) => hundredths.format(value),
    /** In three digits, however large or small. */
    significant: (value: number) => significant.format(value),
    /** `12K`, where there is little room. */
    compact: (value: number) => compact.format(value),
    /** A share of 1, e.g. 0.125, as `12.5%`. */
    percent: (share: number) => percent.format(share),
    /** By how much something is off, as `+3%`. */
    signedPercent: (share: number) => signedPercent.format(share),
    /** A chance, which nobody knows to a tenth: `12%`. */
    wholePercent: (share: number) => wholePercent.format(share),
    /** How many a figure is made of: `n = 1,204`, on one line. */
    n: (count: number) => `n\u00a0=\u00a0${number.format(count)}`,
    /** In its two largest units: `1 hr, 12 min`. */
    duration: createDurationFormat(locale),
    /** By its ISO 3166 code. */
    country: (code: string) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    /** By its BCP 47 tag, or as platforms write it: `nl_NL`. */
    language: (tag: string) => {
      try {
        return languages.of(tag.replaceAll('_', '-')) ?? tag;
      } catch {
        return tag;
      }
    },
    list: (items: readonly string[]) => list.format(items),
    /** `a, b or c` */
    either: (items: readonly string[]) => alternatives.format(items),
    money: ({ amountMinor, currency }: AmountOfMoney) =>
      formatMoney({ amountMinor, currency: currency as CurrencyCode }, locale),
    /** `€147` or `€12.3K`, in three digits, and `€19.90` to the cent, for axes and places with little room. */
    roughMoney: ({ amountMinor, currency }: AmountOfMoney) => {
      const decimals = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
      const amount = amountMinor / 10 ** (decimals.maximumFractionDigits ?? 2);
      const precision: Intl.NumberFormatOptions =
        Math.abs(amount) < 100
          ? { trailingZeroDisplay: 'stripIfInteger' }
          : { notation: 'compact', maximumSignificantDigits: 3 };
      return new Intl.NumberFormat(locale, { style: 'currency', currency, ...precision }).format(amount);
    },
    /** `3 days ago`, `in 2 hours`, `now`; its days are those of the viewer's calendar. */
    ago: createAgoFormat(locale, timeZone),
  };
}

export type Formats = ReturnType<typeof createFormats>;
