import type { CheckInTexts } from '../check-in-texts.ts';

export const checkInInEnglish: CheckInTexts = {
  question: 'How is it going?',
  before: 'You answered before:',
  optional: '(optional)',
  rather: 'Or rather:',
  change: 'Change or add something',
  add: 'Anything to add?',
  addNow: 'Add this',
  reads: (sender) => `${sender} reads every answer.`,
  answers: {
    great: {
      choice: 'It’s great',
      ask: 'What do you like about it?',
      send: 'Yes, it’s great',
      thanks: { title: 'Good to hear', text: (sender) => `Thank you. ${sender} will be glad to read this.` },
    },
    question: {
      choice: 'I have a question',
      ask: 'What would you like to know?',
      send: 'Send my question',
      thanks: {
        title: 'Your question is with us',
        text: (sender) => `${sender} will write back to you. There is nothing else you need to do.`,
      },
    },
    problem: {
      choice: 'Something is wrong',
      ask: 'What is wrong?',
      send: 'Yes, something is wrong',
      thanks: {
        title: 'Thank you for saying so',
        text: (sender) => `That is not how it should be. ${sender} will write back to you and look for a way out.`,
      },
    },
  },
  unknown: {
    title: 'This link no longer works',
    text: 'It may have been cut off, or the mail is an old one. Simply reply to the mail: that reaches a person, always.',
  },
};
