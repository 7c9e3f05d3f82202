/** The start page and the walk of an order. */
export const start = {
  title: (store: string) => store,
  lead: 'See one real order go all the way: from the webhook to a mail in the mailbox.',
  buttonTitle: 'Watch an order become a relationship',
  buttonText:
    'A real order, recorded from a WooCommerce store, is signed and sent to this store’s own webhook address. Nothing is faked on the way.',
  button: 'Send a real recorded order through',
  again: 'Send it again',
  working: 'On its way …',
  openMail: 'Read the mail',
  openCustomer: 'See why it was sent',
  took: (seconds: string) => `All the way in ${seconds} seconds.`,
  slow: 'This takes longer than it should. The health page says what is in the way.',
  toHealth: 'Look at health',
  rooms: {
    received: {
      name: 'Received',
      waiting: 'The webhook is signed and sent.',
      done: 'Signature checked, kept on disk, answered.',
    },
    customer: {
      name: 'Customer',
      waiting: 'Who is it, and what did they buy?',
      done: (name: string) => `${name} is known, with this order.`,
    },
    segment: { name: 'Segment', waiting: 'What kind of customer is it?', done: (names: string) => names },
    sequence: {
      name: 'Sequence',
      waiting: 'What should happen next?',
      done: (name: string) => `“${name}” begins.`,
      waits: (name: string, time: string) => `“${name}” begins; nobody writes at once: it waits until ${time}.`,
    },
    mail: {
      name: 'Mail',
      waiting: 'Written like a person would.',
      sent: 'Sent.',
      done: (subject: string) => `“${subject}”`,
    },
  },
  hookTitle: 'Connect your own store',
  hookText:
    'WooCommerce, Shopify and BigCommerce are connected under Connections, with all they have. Any other shop sends its orders to this address, signed with the connection’s secret.',
  hookLabel: 'Webhook address',
  noHook: 'No platform is connected to this store yet.',
  toConnections: 'Manage connections',
  figures: 'This store so far',
  customersLabel: 'Customers',
  mailsLabel: 'Mails in the mailbox',
  sequencesLabel: 'Sequences on',
  moreThan: (count: string) => `${count}+`,
};
