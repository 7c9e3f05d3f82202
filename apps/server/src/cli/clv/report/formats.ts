import { toIsoDate } from '../cells/calendar.ts';

/** How the report writes figures: in English, whatever machine it is made on. */
export interface Formats {
  whole(value: number): string;
  /** With as many digits as tell something. */
  number(value: number): string;
  compact(value: number): string;
  share(value: number): string;
  money(value: number): string;
  compactMoney(value: number): string;
  day(day: number): string;
  month(day: number): string;
  /** `12 days`, `5 weeks`, `8 months`, `2.5 years` */
  duration(days: number): string;
}

const dayMs = 86_400_000;

/** @param currency an ISO 4217 code; null where amounts have none. */
export function createFormats(currency: string | null): Formats {
  let dates: Intl.DateTimeFormat | null = null;
  const isKnown = currency !== null && /^[A-Z]{3}$/.test(currency);
  const money = (options: Intl.NumberFormatOptions) => {
    const style = isKnown ? ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const) : {};
    return number({ ...style, ...options });
  };
  const whole = number({ maximumFractionDigits: 0 });
  const precise = number({ maximumSignificantDigits: 3 });
  const cents = money({ maximumFractionDigits: 2, minimumFractionDigits: 2 });
  const rounded = money({ maximumFractionDigits: 0 });
  return {
    whole,
    number: (value) => (Math.abs(value) >= 1_000 ? whole(value) : precise(value)),
    compact: number({ notation: 'compact', maximumFractionDigits: 1 }),
    share: number({ style: 'percent', maximumFractionDigits: 1 }),
    money: (value) => (Math.abs(value) >= 1_000 ? rounded(value) : cents(value)),
    compactMoney: money({ notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 }),
    day: (day) =>
      (dates ??= new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })).format(day * dayMs),
    month: (day) => toIsoDate(day).slice(0, 7),
    duration: (days) => {
      if (days < 1.5) return 'a day';
      if (days < 30) return `${Math.round(days)} days`;
      if (days < 120) return `${Math.round(days / 7)} weeks`;
      return days < 730 ? `${Math.round(days / 30.4375)} months` : `${precise(days / 365.25)} years`;
    },
  };
}

/** Made when first used: to make all that the report needs takes longer than to fit a model. */
function number(options: Intl.NumberFormatOptions): (value: number) => string {
  let format: Intl.NumberFormat | null = null;
  return (value) => (format ??= new Intl.NumberFormat('en', options)).format(value).replace('-', '−');
}
