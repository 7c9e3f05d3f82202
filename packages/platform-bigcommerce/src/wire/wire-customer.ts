import { z } from 'zod';
import { date, id, list, optionalDate, text } from './wire.ts';

export const wireCustomer = z.object({
  id,
  email: text,
  phone: text,
  first_name: text,
  last_name: text,
  date_created: optionalDate,
  date_modified: date,
  addresses: list(z.object({ country_code: text })),
});

export type WireCustomer = z.output<typeof wireCustomer>;

/** What an address consented to. An empty list is a no, or a box that was left unticked. */
export const wireSubscriber = z.object({
  id,
  email: text,
  date_modified: optionalDate,
  source: text,
  consents: list(z.string()),
});

export type WireSubscriber = z.output<typeof wireSubscriber>;
