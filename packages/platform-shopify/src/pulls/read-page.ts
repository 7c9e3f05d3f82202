import type { Answer, ShopifyClient, Variables } from '../api/client.ts';
import type { Operation } from '../api/operation.ts';
import { QueryTooCostlyError } from '../api/to-adapter-error.ts';
import { askPatiently } from './ask-patiently.ts';

export interface ReadPage<Data> extends Answer<Data> {
  /** How many were asked for in the end. */
  readonly size: number;
}

/** Asks for a page of at most so many, and of half as many where that is too much for one query. */
export async function readPage<Data>(
  client: ShopifyClient,
  operation: Operation<Data>,
  variables: Variables,
  wantedSize: number,
): Promise<ReadPage<Data>> {
  for (let size = wantedSize; ; size = Math.floor(size / 2)) {
    try {
      return { ...(await askPatiently(client, operation, { ...variables, first: size })), size };
    } catch (error) {
      if (!(error instanceof QueryTooCostlyError) || size <= 1) throw error;
    }
  }
}
