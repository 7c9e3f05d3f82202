import { minuteMs, plus, type CartId, type EffectId, type Instant, type OrderId } from '@regulars/core/shared';
import { readCartsInWords, readOrdersInWords } from '../customers/door.ts';
import type { Tx } from '../foundation/database/database.ts';
import type { EffectOutcome } from '../foundation/effects/settle-effects.ts';
import type { Store } from '../stores/door.ts';
import type { Candidate } from './candidates.ts';
import { findCartObstacle } from './cart-letters.ts';
import { composeMessage } from './compose-message.ts';
import type { MailFacts, MailVariables, PlannedMail } from './mail-facts.ts';
import type { StoredMessage } from './message-repository.ts';
import type { MessageTokens } from './message-token.ts';
import type { LibraryTemplate, TemplateLibrary } from './templates/template-library.ts';
import { maxHtmlBytes } from './templates/render-template.ts';

export interface WriteLettersDeps {
  readonly library: TemplateLibrary;
  readonly tokens: MessageTokens;
  readonly checkInTokens: MessageTokens;
  readonly publicUrl: string;
  readonly facts: readonly MailFacts[];
}

export interface WrittenLetters {
  readonly written: readonly StoredMessage[];
  /** Those that could not be written, and what becomes of them. */
  readonly unwritten: readonly EffectOutcome[];
}

interface Draft extends PlannedMail {
  readonly candidate: Candidate;
  readonly template: LibraryTemplate;
}

/** Renders the mails of a batch that are sent for the first time. */
export async function writeLetters(
  tx: Tx,
  { library, tokens, checkInTokens, publicUrl, facts }: WriteLettersDeps,
  store: Store,
  candidates: readonly Candidate[],
  now: Instant,
): Promise<WrittenLetters> {
  if (candidates.length === 0) return { written: [], unwritten: [] };
  const unwritten: EffectOutcome[] = [];
  const shelf = await library.shelve(
    tx,
    store.id,
    candidates.map(({ request }) => request.templateKey),
  );
  const drafts = candidates.flatMap((candidate): Draft[] => {
    const { effect, request } = candidate;
    const template = shelf.find(request.templateKey, [candidate.recipient?.locale ?? null, store.locale]);
    if (template === null) unwritten.push({ id: effect.id, state: 'skipped', reason: 'template_missing' });
    if (template === null) return [];
    const { id: effectId, customerId, payload } = effect;
    return [{ effectId, customerId, request, payload, locale: template.locale, candidate, template }];
  });
  const orderIds = drafts.flatMap(({ request }): OrderId[] => (request.orderId === null ? [] : [request.orderId]));
  const orders = await readOrdersInWords(tx, store.id, orderIds);
  const cartIds = drafts.flatMap(({ request: { cartId } }): CartId[] => (cartId === undefined ? [] : [cartId]));
  const carts = await readCartsInWords(tx, store.id, cartIds);
  const lent = await collectFacts(tx, store, facts, drafts);

  const written = drafts.flatMap((draft): StoredMessage[] => {
    const { effectId, request, template, candidate } = draft;
    const { recipient, recipientKey } = candidate;
    const cart = request.cartId === undefined ? null : (carts.get(request.cartId) ?? null);
    const obstacle = findCartObstacle(draft, cart, now);
    if (obstacle !== null) {
      unwritten.push(obstacle);
      return [];
    }
    const variables = lent.get(effectId) ?? {};
    if (variables === 'notReady') {
      unwritten.push({ id: effectId, state: 'planned', reason: 'facts_not_ready', dueAt: plus(now, minuteMs) });
      return [];
    }
    if (recipient === null || recipient.email === null || recipientKey === null)
      throw new RangeError('The gate let a mail without an address pass.');
    try {
      const message = composeMessage({
        effectId,
        store,
        request,
        recipient: { ...recipient, email: recipient.email },
        order: request.orderId === null ? null : (orders.get(request.orderId) ?? null),
        cart,
        lent: variables,
        template,
        unsubscribeUrl: `${publicUrl}/u/${tokens.make(store.id, effectId)}`,
        checkInUrl: `${publicUrl}/a/${checkInTokens.make(store.id, effectId)}`,
        now,
      });
      if (Buffer.byteLength(message.html) > 2 * maxHtmlBytes) throw new RangeError('The mail is too large.');
      const { key: templateKey, version: templateVersion, locale } = template;
      return [
        {
          id: effectId,
          customerId: draft.customerId,
          recipientKey,
          purpose: request.purpose,
          templateKey,
          templateVersion,
          locale,
          message,
        },
      ];
    } catch {
      // A template that passed when it was saved, and now runs into a limit: this mail is the only one it costs.
      unwritten.push({ id: effectId, state: 'skipped', reason: 'render_failed' });
      return [];
    }
  });
  return { written, unwritten };
}

/** Asks each room for its words, for the mails whose template wants them. */
async function collectFacts(
  tx: Tx,
  store: Store,
  facts: readonly MailFacts[],
  drafts: readonly Draft[],
): Promise<ReadonlyMap<EffectId, MailVariables | 'notReady'>> {
  const collected = new Map<EffectId, MailVariables | 'notReady'>();
  for (const { variables, collect } of facts) {
    const wanting = drafts.filter(({ template }) => variables.some((name) => template.variables.has(name)));
    if (wanting.length === 0) continue;
    for (const [effectId, given] of await collect(tx, store.id, wanting)) {
      const before = collected.get(effectId) ?? {};
      collected.set(effectId, before === 'notReady' || given === 'notReady' ? 'notReady' : { ...before, ...given });
    }
  }
  return collected;
}
