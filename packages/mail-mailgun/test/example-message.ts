import type { OutgoingMessage } from '@regulars/adapter-contracts';
import { toInstant } from '@regulars/core/shared';

export const exampleMessage: OutgoingMessage = {
  effectId: '0190d3a0-0000-7000-8000-000000000001',
  messageId: '0190d3a0-0000-7000-8000-000000000001@mg.shop.test',
  from: { name: 'Anna "from" Shop', address: 'anna@shop.test' },
  replyTo: { name: null, address: 'help@shop.test' },
  to: { name: 'Jürgen Müller', address: 'jurgen@buyer.test' },
  subject: 'Grüße: your order',
  html: '<p>Hello, and thank you.</p>',
  text: 'Hello, and thank you.',
  headers: {
    'List-Unsubscribe': '<https://mail.shop.test/u/0123456789abcdef>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  sentAt: toInstant(Date.now()),
  tags: ['thank-you'],
};
