import type { ParseWebhook, Receipt } from '@regulars/adapter-contracts';
import { fail } from '@regulars/core/shared';
import type { Config } from './config.ts';

/**
 * Example Shop's words → what became of a message. Pure, and nothing is guessed: what cannot be used is rejected with a code,
 * a JSON pointer and what would be right. `classifyBounce` reads what a mail server said.
 */
export const parseWebhook: ParseWebhook<Receipt, Config> = () =>
  fail({ code: 'example_shop.unknown', path: '', message: 'No receipt of Example Shop is understood yet.' });
