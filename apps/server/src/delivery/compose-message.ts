import { domainToASCII } from 'node:url';
import type { OutgoingMessage } from '@regulars/adapter-contracts';
import { checkInAnswerSchema, type MailRequest } from '@regulars/core/messaging';
import type { EffectId, Instant } from '@regulars/core/shared';
import type { CartInWords, OrderInWords, Recipient } from '../customers/door.ts';
import type { Store } from '../stores/door.ts';
import type { MailVariables } from './mail-facts.ts';
import { findLetterWords } from './templates/letter-words.ts';
import { renderTemplate } from './templates/render-template.ts';
import { toStoreVariables } from './templates/store-variables.ts';
import type { LibraryTemplate } from './templates/template-library.ts';

/** Everything one mail is made from. */
export interface Ingredients {
  readonly effectId: EffectId;
  readonly store: Store;
  readonly request: MailRequest;
  readonly recipient: Recipient & { readonly email: string };
  readonly order: OrderInWords | null;
  readonly cart: CartInWords | null;
  readonly lent: MailVariables;
  readonly template: LibraryTemplate;
  readonly unsubscribeUrl: string;
  readonly checkInUrl: string;
  readonly now: Instant;
}

/**
 * Writes one mail. Marketing carries the one-click headers of RFC 8058 and the link in its text; transactional mail
 * carries neither.
 *
 * @throws RenderError of liquidjs where the template passes a limit.
 */
export function composeMessage({
  effectId,
  store,
  request,
  recipient,
  order,
  cart,
  lent,
  template,
  unsubscribeUrl,
  checkInUrl,
  now,
}: Ingredients): OutgoingMessage {
  const isMarketing = request.purpose === 'marketing';
  const { name, role, email, replyTo } = store.sender;
  const domain = sendingDomain(email);
  const rendered = renderTemplate(template.prepared, {
    ...lent,
    customer: { first_name: recipient.firstName ?? '' },
    store: toStoreVariables(store),
    sender: { name, role },
    order: order === null ? {} : { number: order.number, products: order.productNames },
    cart: cart === null ? {} : { url: cart.url ?? store.url ?? '', products: cart.productNames },
    check_in: Object.fromEntries(
      checkInAnswerSchema.options.map((answer) => [`${answer}_url`, `${checkInUrl}?answer=${answer}`]),
    ),
    unsubscribe: isMarketing ? { url: unsubscribeUrl } : {},
  });
  const fullName = [recipient.firstName, recipient.lastName].filter((part) => part !== null && part !== '').join(' ');
  return {
    effectId,
    messageId: `${effectId}@${domain}`,
    from: {
      name: name === store.name ? name : `${name} ${findLetterWords(template.locale).from} ${store.name}`,
      address: email,
    },
    replyTo: replyTo === null ? null : { name: null, address: replyTo },
    to: { name: fullName === '' ? null : fullName, address: recipient.email },
    ...rendered,
    headers: {
      // Gmail's feedback loop wants: campaign, customer of ours, kind of mail, and a sender that stays the same.
      'Feedback-ID': `${request.templateKey}:${store.slug}:${request.purpose}:regulars`,
      ...(isMarketing
        ? {
            'List-Id': `<${store.slug}.${domain}>`,
            'List-Unsubscribe': `<${unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : { 'Auto-Submitted': 'auto-generated' }),
    },
    sentAt: now,
    tags: [request.templateKey, request.purpose],
  };
}

/** The part after the @, in ASCII: a Message-ID takes nothing else. */
function sendingDomain(address: string): string {
  const domain = domainToASCII(address.slice(address.lastIndexOf('@') + 1));
  return domain === '' ? 'localhost' : domain;
}
