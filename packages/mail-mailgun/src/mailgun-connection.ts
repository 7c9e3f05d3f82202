import { AdapterError, type AdapterContext, type MailConnection, type SendOutcome } from '@regulars/adapter-contracts';
import { hourMs } from '@regulars/core/shared';
import { groupMessages } from './batches/group-messages.ts';
import { toBatchData } from './batches/to-batch-data.ts';
import { classifySendFailure, toAdapterError, unknownOutcome } from './classify-failure.ts';
import type { MailgunMessageData } from 'mailgun.js/definitions';
import type { MailgunConfig } from './mailgun-config.ts';
import { createMailgunClient } from './mailgun-http-client.ts';
import { createSuppressions } from './suppressions/mailgun-suppressions.ts';
import { toMessageData } from './to-message-data.ts';

/** Requests in flight at once to one account. */
export const concurrency = 10;

/** One sending domain, reached over Mailgun's HTTP API. */
export function connectMailgun(config: MailgunConfig, context: AdapterContext): MailConnection {
  const client = createMailgunClient(config, context);
  const requirePublicAddress = (): void => {
    if (config.baseUrl !== null && !context.allowPrivateNetwork) {
      throw new AdapterError('baseUrl is not Mailgun’s own address: the operator must allow private networks for it.', {
        kind: 'misconfigured',
        outcome: 'notDone',
      });
    }
  };

  async function post(data: MailgunMessageData): Promise<SendOutcome> {
    requirePublicAddress();
    const answer = await client.messages
      .create(config.domain, data)
      .catch((error: unknown) => classifySendFailure(error));
    if ('reason' in answer) return answer;
    const id = 'id' in answer ? answer.id : undefined;
    if (typeof id !== 'string' || id === '') throw unknownOutcome();
    return { status: 'accepted', providerReference: id.replace(/^<|>$/g, '') };
  }

  return {
    async checkAccess() {
      requirePublicAddress();
      const domain = await client.domains.get(config.domain).catch((error: unknown) => {
        throw toAdapterError(error);
      });
      if (domain.state === 'disabled' || domain.state === 'unverified') {
        throw new AdapterError('The domain is not verified at Mailgun.', { kind: 'misconfigured', outcome: 'notDone' });
      }
    },

    send: (message) => post(toMessageData(message)),

    batches: {
      group: groupMessages,
      async send(messages) {
        const [first, ...others] = messages;
        if (first === undefined) throw new RangeError('A batch is of two messages or more.');
        const outcome = await post(toBatchData([first, ...others]));
        return outcome.status === 'accepted' ? outcome : { status: 'refused' };
      },
    },

    async findMessage({ messageId, effectId, recipient, sentAt }) {
      requirePublicAddress();
      // Asked by recipient and compared here: any trace of the message, whatever became of it, means it was taken.
      const { items } = await client.logs
        .list({
          start: new Date(sentAt - hourMs),
          end: new Date(sentAt + 72 * hourMs),
          filter: {
            AND: [
              { attribute: 'domain', comparator: '=', values: [{ label: config.domain, value: config.domain }] },
              { attribute: 'recipient', comparator: '=', values: [{ label: recipient, value: recipient }] },
            ],
          },
          pagination: { sort: 'timestamp:asc', limit: 100 },
        })
        .catch((error: unknown) => {
          throw toAdapterError(error);
        });
      const isOurs = items.some(
        (item) =>
          item.message?.headers?.['message-id'] === messageId ||
          JSON.stringify(item['user-variables'] ?? '').includes(effectId),
      );
      return isOurs ? 'accepted' : 'absent';
    },

    suppressions: createSuppressions(client, config.domain, requirePublicAddress),

    close: () => Promise.resolve(),
  };
}
