import { dayMs, plus, type Instant } from '@regulars/core/shared';
import type { Reaction } from '@regulars/simulator';
import { answerCheckIn, replyToMessage } from '../../delivery/door.ts';
import { unsubscribe } from '../../delivery/unsubscribe/unsubscribe.ts';
import type { DemoGround } from '../demo-ground.ts';
import type { DemoStore } from '../demo-store.ts';
import { tellOrders } from '../shop/tell-orders.ts';
import type { Agenda } from './agenda.ts';
import { answerCases } from './answer-cases.ts';
import { changeFriendsOrder, claimAsFriend, orderAsFriend } from './bring-friend.ts';
import type { SentMail } from './read-sent-mails.ts';

export interface Planning {
  readonly ground: DemoGround;
  readonly demoStore: DemoStore;
  readonly agenda: Agenda;
}

/** Enters what somebody will do about a mail: by the same use-cases as the links and pages a real person would use. */
export function planReaction(planning: Planning, mail: SentMail, reaction: Reaction): void {
  const { ground, demoStore, agenda } = planning;
  const { database } = ground;
  const about = { storeId: demoStore.store.id, messageId: mail.id };
  const { at } = reaction;
  switch (reaction.kind) {
    case 'unsubscribes':
      agenda.add({ at, act: async () => void (await unsubscribe(database, about.storeId, about.messageId)) });
      return;
    case 'answersCheckIn':
      agenda.add({
        at,
        act: async () => {
          const answered = await answerCheckIn({ database }, { ...about, answer: reaction.answer });
          if (answered.ok) planTeam(planning, answered.value.caseId, at);
        },
      });
      return;
    case 'replies':
      agenda.add({
        at,
        act: async () => {
          const filed = await replyToMessage({ database }, { ...about, text: reaction.text });
          if (filed.ok) planTeam(planning, filed.value.caseId, at);
        },
      });
      return;
    case 'recommends':
      planFriend(planning, mail, reaction);
  }
}

function planFriend(
  { ground, demoStore, agenda }: Planning,
  mail: SentMail,
  { friend, claimsAt, order: first, happenings }: Extract<Reaction, { kind: 'recommends' }>,
): void {
  const recommendation = { advocateId: mail.customerId, friend };
  agenda.add({ at: claimsAt, act: async () => void (await claimAsFriend(ground, demoStore, recommendation)) });
  for (const { kind, at, order } of happenings) {
    const isFirst = order.externalId === first.externalId;
    agenda.add({
      at,
      act: () => {
        if (!isFirst) return tellOrders(ground, demoStore, [order]);
        const tell = kind === 'orderPlaced' ? orderAsFriend : changeFriendsOrder;
        return tell(ground, demoStore, recommendation, order);
      },
    });
  }
}

/** The next day the agency's team looks into what customers wrote. */
function planTeam({ ground, demoStore, agenda }: Planning, caseId: string | null, openedAt: Instant): void {
  if (caseId === null) return;
  const at = plus(openedAt, dayMs);
  agenda.add({ at, act: () => answerCases(ground, demoStore, at) });
}
