import type { PageTexts } from '../page-texts.ts';
import { toSentence } from './to-sentence.ts';

export const textsInEnglish: PageTexts = {
  invitation: (advocate, shop) => `${advocate ?? 'A friend'} thinks you’ll like ${shop}`,
  offer: (reward) => `So here is ${reward}. Tell us where to find you and the code is yours.`,
  emailLabel: 'Your e-mail address',
  emailWrong: 'That doesn’t look like an e-mail address yet. It should read like name@example.com.',
  consent: (shop) => `${shop} may also write to me now and then. I can stop that at any time.`,
  claim: 'Get my code',
  conditions: (days, minimum) =>
    `For one order, within ${days} ${days === 1 ? 'day' : 'days'}${minimum === null ? '' : `, from ${minimum}`}.`,
  privacy: (advocate) =>
    `Your address makes the code yours, and lets us thank ${advocate ?? 'your friend'} if you order.`,
  toShop: (shop) => `Go to ${shop}`,
  waiting: {
    title: 'Your code is being made',
    text: 'It takes a few seconds. This page looks by itself; there is nothing to do.',
  },
  delayed: {
    title: 'Your code takes longer than it should',
    text: 'Something is in the way on our side. Your claim is safe: keep the address of this page and look in again later.',
  },
  ready: {
    title: 'Here is your code',
    text: (reward, until) => `${toSentence(reward)}, until ${until}.`,
    bound: 'Order with the e-mail address you gave; the code goes with it.',
  },
  copy: 'Copy the code',
  copied: 'Copied',
  used: {
    title: 'Your code has done its work',
    text: 'It was used for an order, and a code works once. Good to have you with us.',
  },
  ended: {
    title: 'This code is no longer valid',
    text: 'Its time has run out, or the invitation behind it was withdrawn.',
  },
  ownLink: {
    title: 'This is your own link',
    text: 'It is meant for your friends: when one of them orders for the first time, you are thanked as well. Send it on with a few words of your own.',
  },
  noCode: {
    title: 'There is no code for this address',
    text: (shop) =>
      `This welcome is for a first visit to ${shop}, once per person. What we know of an address we tell nobody here, so this page does not say more.`,
  },
  busy: {
    title: 'This link has been busy today',
    text: 'More people than usual have followed it. Open it again tomorrow, and it will work.',
  },
  paused: {
    title: (shop) => `${shop} isn’t giving out codes right now`,
    text: 'The invitation is taking a rest. Try the same link again in a while.',
  },
  unknown: {
    title: 'This link leads nowhere',
    text: 'Perhaps a piece of it got lost on the way. Ask whoever sent it for the whole address.',
  },
};
