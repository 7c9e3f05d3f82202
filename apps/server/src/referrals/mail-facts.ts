import type { CustomerId } from '@regulars/core/shared';
import type { MailFacts } from '../delivery/door.ts';
import { findPeople } from '../customers/door.ts';
import type { AdvocateLink } from './advocate-link.ts';

/** Lends letters the customer's own link; one is made for whoever has none yet. */
export function createReferralFacts(advocateLink: AdvocateLink): MailFacts {
  return {
    variables: ['referral.link'],
    collect: async (tx, storeId, mails) => {
      const people = await findPeople(
        tx,
        storeId,
        mails.map(({ customerId }) => customerId),
      );
      const links = new Map<CustomerId, string>();
      for (const { customerId, isErased } of people) {
        if (!isErased) links.set(customerId, await advocateLink(tx, storeId, customerId));
      }
      return new Map(
        mails.flatMap(({ effectId, customerId }) => {
          const link = links.get(customerId);
          return link === undefined ? [] : [[effectId, { referral: { link } }] as const];
        }),
      );
    },
  };
}
