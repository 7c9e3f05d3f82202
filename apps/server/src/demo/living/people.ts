import type { Instant } from '@regulars/core/shared';
import { reactToMail, type Reaction, type SimulatedCustomer } from '@regulars/simulator';
import { findPeople } from '../../customers/door.ts';
import { unsubscribe } from '../../delivery/unsubscribe/unsubscribe.ts';
import type { DemoGround } from '../demo-ground.ts';
import type { DemoStore } from '../demo-store.ts';
import { createAgenda } from './agenda.ts';
import { claimAsFriend, orderAsFriend } from './bring-friend.ts';
import { readSentMails, type SentMail } from './read-sent-mails.ts';

/** The people of one store, and what they do about its mails. */
export interface People {
  /** They open their inboxes: what came after `since` is read once, and what they will do about it is kept in mind. */
  readMail(since: Instant): Promise<void>;
  /** They do what they had in mind for after `since`, up to `until`. */
  act(since: Instant, until: Instant): Promise<void>;
}

export function createPeople(ground: DemoGround, demoStore: DemoStore): People {
  const { simulated, store } = demoStore;
  const agenda = createAgenda();
  const read = new Set<string>();
  const byEmail = new Map<string, SimulatedCustomer>(
    simulated.customers.map((customer) => [customer.email.toLowerCase(), customer]),
  );

  const plan = (mail: SentMail, reaction: Reaction) => {
    switch (reaction.kind) {
      case 'unsubscribes':
        agenda.add({
          at: reaction.at,
          act: async () => void (await unsubscribe(ground.database, store.id, mail.id)),
        });
        return;
      case 'recommends': {
        const recommendation = { advocateId: mail.customerId, friend: reaction.friend };
        byEmail.set(reaction.friend.email.toLowerCase(), reaction.friend);
        agenda.add({
          at: reaction.claimsAt,
          act: async () => void (await claimAsFriend(ground, demoStore, recommendation)),
        });
        agenda.add({
          at: reaction.order.placedAt,
          act: () => orderAsFriend(ground, demoStore, recommendation, reaction.order),
        });
        return;
      }
      case 'answersCheckIn':
      case 'replies':
    }
  };

  return {
    readMail: async (since) => {
      const { mails, people } = await ground.database.withStore(store.id, async (tx) => {
        const sent = await readSentMails(tx, store.id, since);
        const unread = sent.filter(({ id }) => !read.has(id));
        const found = await findPeople(tx, store.id, [...new Set(unread.map(({ customerId }) => customerId))]);
        return { mails: unread, people: new Map(found.map((person) => [person.customerId, person])) };
      });
      for (const mail of mails) {
        read.add(mail.id);
        const customer = byEmail.get(people.get(mail.customerId)?.email?.toLowerCase() ?? '');
        if (customer === undefined) continue;
        for (const reaction of reactToMail(simulated, customer, mail)) plan(mail, reaction);
      }
    },
    act: async (since, until) => {
      for (const { at, act } of agenda.takeDue(until)) {
        // What was done before a restart is not done again.
        if (at > since) await act();
      }
    },
  };
}
