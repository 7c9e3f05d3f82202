import type { Instant } from '@regulars/core/shared';
import { reactToMail, type SimulatedCustomer } from '@regulars/simulator';
import { findPeople } from '../../customers/door.ts';
import type { DemoGround } from '../demo-ground.ts';
import type { DemoStore } from '../demo-store.ts';
import { createAgenda, type Agenda } from './agenda.ts';
import { planReaction } from './plan-reaction.ts';
import { readSentMails } from './read-sent-mails.ts';

/** The people of one store, and what they do about its mails. */
export interface People {
  /** They open their inboxes: what came after `since` is read once, and what they will do about it is kept in mind. */
  readMail(since: Instant): Promise<void>;
  /** What they have in mind. */
  readonly agenda: Agenda;
}

export function createPeople(ground: DemoGround, demoStore: DemoStore): People {
  const { simulated, store } = demoStore;
  const agenda = createAgenda();
  const read = new Set<string>();
  const byEmail = new Map<string, SimulatedCustomer>(
    simulated.customers.map((customer) => [customer.email.toLowerCase(), customer]),
  );
  const planning = { ground, demoStore, agenda };

  return {
    agenda,
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
        for (const reaction of reactToMail(simulated, customer, mail)) {
          if (reaction.kind === 'recommends') byEmail.set(reaction.friend.email.toLowerCase(), reaction.friend);
          planReaction(planning, mail, reaction);
        }
      }
    },
  };
}
