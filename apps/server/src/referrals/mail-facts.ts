import type { MailFacts } from '../delivery/door.ts';
import { findPeople } from '../customers/door.ts';
import { ensureLinks } from './advocate-link.ts';

/**
 * Lends letters the customer's own link; one is made for whoever has none yet.
 *
 * @param publicUrl where the instance is reached from outside, without a slash at its end
 */
export function createReferralFacts(publicUrl: string): MailFacts {
  return {
    variables: ['referral.link'],
    collect: async (tx, storeId, mails) => {
      const people = await findPeople(tx, storeId, [...new Set(mails.map(({ customerId }) => customerId))]);
      const links = await ensureLinks(
        tx,
        storeId,
        publicUrl,
        people.filter(({ isErased }) => !isErased),
      );
      return new Map(
        mails.flatMap(({ effectId, customerId }) => {
          const link = links.get(customerId);
          return link === undefined ? [] : [[effectId, { referral: { link } }] as const];
        }),
      );
    },
  };
}
