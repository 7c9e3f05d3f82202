import { parseDecimal, toDecimal, type CurrencyCode } from '@regulars/core/shared';

import type { RewardTerms } from '../../api/referral-program.ts';

/** A reward as it is typed in; `nothing` where none is given. */
export interface TermsDraft {
  readonly kind: RewardTerms['kind'] | 'nothing';
  readonly percent: string;
  readonly amount: string;
  /** Only these are discounted; all of them when empty. */
  readonly products: readonly string[];
  readonly gift: { readonly externalId: string; readonly name: string } | null;
  readonly validDays: string;
  readonly minimum: string;
}

/** A part of the draft that does not serve as it is. */
export type WrongPart = 'percent' | 'amount' | 'gift' | 'validDays' | 'minimum';

export type ReadTerms =
  | { readonly isRight: true; readonly terms: RewardTerms | null }
  | { readonly isRight: false; readonly wrong: readonly WrongPart[] };

/** @param currency - the store's; amounts are typed in it. */
export function toDraft(terms: RewardTerms | null, currency: CurrencyCode): TermsDraft {
  const toText = (amountMinor: number) => toDecimal({ amountMinor, currency });
  return {
    kind: terms?.kind ?? 'nothing',
    percent: terms?.kind === 'percent' ? String(terms.percent) : '10',
    amount: terms?.kind === 'fixed' ? toText(terms.amountMinor) : '',
    products: (terms !== null && 'productExternalIds' in terms ? terms.productExternalIds : undefined) ?? [],
    gift: terms?.kind === 'freeGift' ? { externalId: terms.productExternalId, name: terms.productName } : null,
    validDays: String(terms?.validDays ?? 30),
    minimum: terms?.minimumSpendMinor ? toText(terms.minimumSpendMinor) : '',
  };
}

/** What was typed in, as the programme keeps it, or which parts of it do not serve. */
export function readTerms(draft: TermsDraft, currency: CurrencyCode): ReadTerms {
  const { kind, gift, products } = draft;
  if (kind === 'nothing') return { isRight: true, terms: null };
  const percent = readWhole(draft.percent, 1, 100);
  const amountMinor = parseDecimal(draft.amount, currency);
  const validDays = readWhole(draft.validDays, 1, 730);
  const minimumSpendMinor = draft.minimum === '' ? 0 : parseDecimal(draft.minimum, currency);
  const wrong: readonly WrongPart[] = [
    ...(kind === 'percent' && percent === null ? (['percent'] as const) : []),
    ...(kind === 'fixed' && (amountMinor === null || amountMinor < 1) ? (['amount'] as const) : []),
    ...(kind === 'freeGift' && gift === null ? (['gift'] as const) : []),
    ...(validDays === null ? (['validDays'] as const) : []),
    ...(minimumSpendMinor === null || minimumSpendMinor < 0 ? (['minimum'] as const) : []),
  ];
  if (wrong.length > 0 || validDays === null) return { isRight: false, wrong };
  const common = { validDays, ...(minimumSpendMinor ? { minimumSpendMinor } : {}) };
  const limit = products.length === 0 ? {} : { productExternalIds: [...products] };
  switch (kind) {
    case 'percent':
      return { isRight: true, terms: { kind, percent: percent ?? 0, ...limit, ...common } };
    case 'fixed':
      return { isRight: true, terms: { kind, amountMinor: amountMinor ?? 0, ...limit, ...common } };
    case 'freeShipping':
      return { isRight: true, terms: { kind, ...common } };
    case 'freeGift':
      return {
        isRight: true,
        terms: { kind, productExternalId: gift?.externalId ?? '', productName: gift?.name ?? '', ...common },
      };
  }
}

function readWhole(text: string, least: number, most: number): number | null {
  const read = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  return read >= least && read <= most ? read : null;
}
