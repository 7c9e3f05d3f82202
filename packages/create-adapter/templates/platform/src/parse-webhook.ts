import type { ParseWebhook, PlatformEvent } from '@regulars/adapter-contracts';
import { fail } from '@regulars/core/shared';
import type { Config } from './config.ts';

/**
 * Example Shop's words → the common model. Pure, and nothing is guessed: what cannot be used is rejected with a code, a JSON
 * pointer and what would be right; it is kept, shown, and can be read again once this function knows better.
 */
export const parseWebhook: ParseWebhook<PlatformEvent, Config> = () =>
  fail({ code: 'example_shop.unknown', path: '', message: 'No delivery of Example Shop is understood yet.' });
