import { parseCurrency } from '@regulars/core/shared';

import type { RuleContext } from './rule-draft.ts';

const euro = parseCurrency('EUR');
if (euro === null) throw new Error('EUR is a currency.');

/** A store in Amsterdam that sells in euros, for tests. */
export const euros: RuleContext = { currency: euro, timeZone: 'Europe/Amsterdam' };
