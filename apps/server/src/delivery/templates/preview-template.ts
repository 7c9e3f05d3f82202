import { toEmailKey } from '@regulars/core/commerce';
import type { MessagePurpose } from '@regulars/core/messaging';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import { listOrders, readRecipients } from '../../customers/door.ts';
import type { Tx } from '../../foundation/database/database.ts';
import { chooseLanguage } from '../../foundation/pages/index.ts';
import { getStore } from '../../stores/door.ts';
import { exampleRewards, exampleVariables } from './example-variables.ts';
import { prepareTemplate, renderTemplate, type RenderedTemplate } from './render-template.ts';
import { toStoreVariables } from './store-variables.ts';
import { readCompiled, readNewestVersions } from './template-repository.ts';

export interface TemplatePreview extends RenderedTemplate {
  readonly version: number;
  readonly sender: string;
  /** As whom it was filled in: a customer, or somebody made up. */
  readonly recipient: string;
}

/**
 * A template as a customer would get it now: the store's own name and sender, their first name and last order. What only
 * a real mail has, such as a code or a link of their own, stays an example. Null when there is no such template.
 */
export async function previewTemplate(
  tx: Tx,
  storeId: StoreId,
  {
    key,
    locale,
    purpose,
    customerId,
  }: {
    readonly key: string;
    readonly locale: string;
    /** Why it would be sent: only marketing ends with a way to hear no more. */
    readonly purpose: MessagePurpose;
    readonly customerId: CustomerId | null;
  },
): Promise<TemplatePreview | null> {
  const wanted = (await readNewestVersions(tx, storeId, [key])).filter((version) => version.locale === locale);
  const [template] = await readCompiled(tx, storeId, wanted);
  if (template === undefined) return null;
  const store = await getStore(tx, storeId);
  const [example] = exampleVariables;
  const person = customerId === null ? null : await describePerson(tx, storeId, customerId);
  const { name, role, email } = store.sender;
  const rendered = renderTemplate(prepareTemplate(template.compiled), {
    ...example,
    reward: { ...example.reward, ...exampleRewards[chooseLanguage(locale, store.locale)] },
    store: toStoreVariables(store),
    ...(purpose === 'transactional' ? { unsubscribe: {} } : {}),
    sender: { name, role },
    ...person?.variables,
  });
  return {
    ...rendered,
    version: template.version,
    sender: `${name} <${email}>`,
    recipient: person?.address ?? `${example.customer.first_name} <ada@example.com>`,
  };
}

async function describePerson(tx: Tx, storeId: StoreId, customerId: CustomerId) {
  const recipient = (await readRecipients(tx, storeId, [customerId])).get(customerId);
  if (recipient === undefined || recipient.isErased) return null;
  const [order] = await listOrders(tx, storeId, { customerId, after: null, limit: 1 });
  const { firstName, lastName, email } = recipient;
  const name = [firstName, lastName].filter((part) => part !== null && part !== '').join(' ');
  return {
    address: email === null || toEmailKey(email) === null ? name : `${name} <${email}>`.trim(),
    variables: {
      customer: { first_name: firstName ?? '' },
      ...(order === undefined
        ? {}
        : { order: { number: order.number, products: [...new Set(order.lineItems.map((line) => line.name))] } }),
    },
  };
}
