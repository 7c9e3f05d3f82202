import { AdapterError, type AdapterContext, type MailConnection } from '@regulars/adapter-contracts';
import { hourMs } from '@regulars/core/shared';
import { classifySendFailure, toAdapterError, unknownOutcome } from './classify-failure.ts';
import type { MailgunConfig } from './mailgun-config.ts';
import { createMailgunClient } from './mailgun-http-client.ts';
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

    async send(message) {
      requirePublicAddress();
      const answer = await client.messages
        .create(config.domain, toMessageData(message))
        .catch((error: unknown) => classifySendFailure(error));
      if ('reason' in answer) return answer;
      const id = 'id' in answer ? answer.id : undefined;
      if (typeof id !== 'string' || id === '') throw unknownOutcome();
      return { status: 'accepted', providerReference: id.replace(/^<|>$/g, '') };
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

    close: () => Promise.resolve(),
  };
}
