/** The mailbox, and the page of one mail. */
export const mailbox = {
  title: 'Mailbox',
  lead: 'Every mail that was caught here, as its recipient would see it.',
  from: 'From',
  to: 'To',
  received: 'Received',
  subject: 'Subject',
  unread: 'Unread:',
  emptyTitle: 'No mail yet',
  emptyText:
    'Mail lands here until a mail account is connected. Send a recorded order through, and the first thank-you arrives in seconds.',
  toStart: 'To the start page',
  phone: 'Phone',
  desktop: 'Desktop',
  width: 'Width',
  htmlPart: 'Mail',
  textPart: 'Text part',
  part: 'Part',
  back: 'All mail',
  previewOf: (subject: string) => `Mail: ${subject}`,
  customer: 'See the customer',
};
