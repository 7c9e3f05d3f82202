import {
  classifyBounce,
  type MailSuppressions,
  type ProviderSuppression,
  type ProviderSuppressionReason,
} from '@regulars/adapter-contracts';
import { toInstant } from '@regulars/core/shared';
import { z } from 'zod';
import { readFailure, toAdapterError } from '../classify-failure.ts';
import type { MailgunClient } from '../mailgun-http-client.ts';

/** In the order in which they are read. */
const lists = ['bounces', 'complaints', 'unsubscribes'] as const;
type ListName = (typeof lists)[number];

const reasonOf = { bounces: 'hard_bounce', complaints: 'complaint', unsubscribes: 'unsubscribed' } as const;
const listOf: Readonly<Record<ProviderSuppressionReason, ListName>> = {
  hard_bounce: 'bounces',
  complaint: 'complaints',
  unsubscribed: 'unsubscribes',
};
const pageSize = 1_000;

/** The tag of marketing: an unsubscription under it lets other mail pass, one under `*` stops everything. */
const marketingTag = 'marketing';

/** A row of any list; an unsubscription without tags is one from everything. */
const rowSchema = z.object({
  address: z.email(),
  created_at: z.coerce.date().catch(new Date(0)),
  tags: z.array(z.string()).catch([]),
  code: z.coerce.number().nullable().catch(null),
  error: z.string().catch(''),
});

/**
 * Mailgun's three lists of a domain. A cursor is a list's name and the link to its page.
 *
 * @param guard throws where the account may not be called at all.
 */
export function createSuppressions(client: MailgunClient, domain: string, guard: () => void): MailSuppressions {
  return {
    async list(cursor) {
      guard();
      const [name, page] = readCursor(cursor);
      const { items, pages } = await client.suppressions
        .list(domain, name, { limit: pageSize, ...(page === '' ? {} : { page }) })
        .catch(rethrow);
      const following = lists[lists.indexOf(name) + 1];
      // The link to a next page is always there; the page after the last one is empty.
      const nextCursor = items.length > 0 ? `${name}${pages['next']?.page ?? ''}` : (following ?? null);
      return { suppressions: items.flatMap((item) => toSuppression(name, item)), nextCursor };
    },

    async add({ address, reason, at }) {
      guard();
      const row = {
        address,
        created_at: new Date(at).toUTCString(),
        ...(reason === 'unsubscribed' ? { tags: [marketingTag] } : {}),
        ...(reason === 'hard_bounce' ? { code: 550, error: '5.1.1 Known to be dead.' } : {}),
      };
      // A list of one: tags can be given in no other way.
      await client.suppressions.create(domain, listOf[reason], [row]).catch(rethrow);
    },

    async remove({ address, reason }) {
      guard();
      await client.suppressions.destroy(domain, listOf[reason], address).catch((error: unknown) => {
        // Not on the list: then it need not be taken off.
        if (readFailure(error).status !== 404) rethrow(error);
      });
    },
  };
}

function readCursor(cursor: string | null): readonly [ListName, string] {
  const name = lists.find((each) => cursor?.startsWith(each) === true) ?? lists[0];
  return [name, cursor?.slice(name.length) ?? ''];
}

/** Nothing where the row says nothing against writing to the address: a block by policy, or another sender's tag. */
function toSuppression(name: ListName, item: unknown): readonly ProviderSuppression[] {
  const row = rowSchema.safeParse(item);
  if (!row.success) return [];
  const { address, created_at, tags, code, error } = row.data;
  const isOthers = tags.length > 0 && !tags.includes('*') && !tags.includes(marketingTag);
  if (name === 'unsubscribes' && isOthers) return [];
  if (name === 'bounces' && !classifyBounce({ text: error, replyCode: code, statusCode: null }).maySuppress) return [];
  return [{ address, reason: reasonOf[name], at: toInstant(created_at.getTime()) }];
}

function rethrow(error: unknown): never {
  throw toAdapterError(error);
}
