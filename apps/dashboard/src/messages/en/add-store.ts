/** The dialog that makes a further store. */
export const addStore = {
  title: 'Add a store',
  text: 'It comes with its segments, its mails and its sequences. “After an order” is on, the others wait until you switch them on; mail is caught in the mailbox until you connect a mail account. Its shop is connected next.',
  name: 'Name of the store',
  slug: 'Short name',
  slugHint: 'In addresses and links: a-z, 0-9 and -.',
  senderName: 'Who writes its mails',
  senderHint: 'A person, by the name customers will read.',
  senderRole: 'Their role',
  senderEmail: 'Their e-mail address',
  currency: 'Currency',
  currencyHint: 'Three letters, such as EUR.',
  timeZone: 'Time zone',
  language: 'Language of its mails',
  submit: 'Add the store',
  added: (store: string) => `${store} is added. Connect its shop.`,
};
