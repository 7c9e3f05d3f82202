import type { ReceiptDraft } from '@regulars/adapter-testkit';

/** `event-data` in the shapes that Mailgun's API reference and webhooks show, with values of our own. */
function event(name: string, fields: Readonly<Record<string, unknown>> = {}): ReceiptDraft {
  return {
    event: name,
    id: `id-of-${name}`,
    timestamp: 1_795_300_000.641821,
    'log-level': 'info',
    recipient: 'ada@buyer.test',
    'recipient-domain': 'buyer.test',
    tags: [],
    'user-variables': { effect_id: 'effect-1' },
    message: {
      headers: { to: 'ada@buyer.test', 'message-id': 'effect-1@mg.shop.test', from: 'shop@shop.test' },
      size: 586,
    },
    ...fields,
  };
}

const failed = (severity: string, reason: string, status: object): ReceiptDraft =>
  event('failed', { severity, reason, 'delivery-status': { 'attempt-no': 1, ...status } });
const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';
const seen = (name: string, client: object): ReceiptDraft =>
  event(name, { 'client-info': { bot: '', ...client }, url: 'https://shop.test/' });

export const exampleEvents = {
  accepted: event('accepted', { method: 'http' }),
  stored: event('stored'),
  delivered: event('delivered', { 'delivery-status': { code: 250, message: 'OK', 'enhanced-code': '' } }),
  complained: event('complained'),
  unsubscribed: event('unsubscribed'),
  rejected: event('rejected', {
    reject: { reason: 'Sandbox subdomains are for test purposes only.' },
    recipient: undefined,
  }),
  temporary: failed('temporary', 'generic', {
    code: 451,
    'enhanced-code': '4.7.652',
    message: '4.7.652 too many connections',
  }),
  noSuchUser: failed('permanent', 'bounce', { code: 550, 'enhanced-code': '5.1.1', message: '5.1.1 no such user' }),
  bareBounce: failed('permanent', 'bounce', { code: 550, message: 'mailbox unavailable' }),
  wordlessBounce: failed('permanent', 'bounce', { code: 550, message: '' }),
  finallyBusy: failed('permanent', 'generic', {
    code: 450,
    message: '450 4.2.0 Recipient address rejected: Greylisted',
  }),
  policy: failed('permanent', 'bounce', { code: 550, 'enhanced-code': '5.7.1', message: '5.7.1 spam' }),
  policyInWords: failed('permanent', 'bounce', { code: 550, message: '550 5.7.26 unauthenticated mail' }),
  gaveUp: failed('permanent', 'old', { code: 602, message: 'Too old' }),
  blocked: failed('permanent', 'espblock', { code: 550, message: 'blocked' }),
  knownBounce: failed('permanent', 'suppress-bounce', {
    code: 605,
    description: 'Not delivering to previously bounced address',
  }),
  knownComplaint: failed('permanent', 'suppress-complaint', { code: 607 }),
  knownUnsubscribe: failed('permanent', 'suppress-unsubscribe', { code: 606 }),
  openedByPerson: seen('opened', { 'client-type': 'browser', 'client-name': 'Chrome', 'user-agent': browser }),
  openedByBot: seen('opened', { bot: 'gmail', 'client-name': 'Chrome', 'user-agent': browser }),
  openedByApple: seen('opened', { 'user-agent': 'Mozilla/5.0' }),
  openedByProxy: seen('opened', {
    'user-agent': 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
  }),
  clickedByPerson: seen('clicked', { 'client-type': 'browser', 'client-name': 'Chrome', 'user-agent': browser }),
  clickedByRobot: seen('clicked', { 'client-type': 'robot', 'user-agent': 'scanner' }),
} as const;
