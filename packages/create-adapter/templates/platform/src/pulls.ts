import type { PlatformPulls, PulledPage } from '@regulars/adapter-contracts';
import { notYet } from './not-yet.ts';

/** What Example Shop has, page by page, oldest change first; never a page ahead of the reader. */
async function* nothingYet(): AsyncGenerator<PulledPage> {
  yield await notYet();
}

export const pulls: PlatformPulls = { orders: nothingYet, customers: nothingYet, products: nothingYet };
