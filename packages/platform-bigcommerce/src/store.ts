import { parseCurrency, type CurrencyCode } from '@regulars/core/shared';
import { z } from 'zod';
import type { BigCommerceClient } from './api/client.ts';
import { readAnswer } from './api/read-answer.ts';
import { text } from './wire/wire.ts';

export interface Store {
  readonly name: string | null;
  readonly currency: CurrencyCode | null;
  /** Without a slash at the end. */
  readonly url: string | null;
}

const wireStore = z.object({ name: text, currency: text, secure_url: text });

export async function readStore(client: Pick<BigCommerceClient, 'get'>): Promise<Store> {
  const { name, currency, secure_url: url } = readAnswer(wireStore, await client.get('v2/store'));
  return {
    name,
    currency: currency === null ? null : parseCurrency(currency),
    url: url === null ? null : url.replace(/\/+$/, ''),
  };
}
