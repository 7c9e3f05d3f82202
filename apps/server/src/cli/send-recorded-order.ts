import { Command } from 'commander';
import type { WebhookRequest } from '@regulars/adapter-contracts';
import { sendRecordedOrder } from '../first-store/send-recorded-order.ts';
import type { Acceptance } from '../intake/accept-webhook.ts';
import { withInstance } from './command-context.ts';
import { CommandFailure } from './command-failure.ts';
import { findStoreOrFail } from './find-store-or-fail.ts';
import { print, type PrintOptions } from './print.ts';

interface Options extends PrintOptions {
  readonly store: string;
  readonly email?: string;
}

export function sendRecordedOrderCommand(): Command {
  return new Command('send-recorded-order')
    .description(
      'Send a real recorded order, placed now, to the running server, and see its mail arrive in the mailbox',
    )
    .option('--store <slug>', 'a store connected to WooCommerce', 'first-store')
    .option('--email <address>', 'let another customer order')
    .option('--json', 'print one JSON document')
    .action((options: Options) =>
      withInstance(async ({ database, sealer, config }) => {
        const store = await findStoreOrFail(database, options.store);
        const deliver = (hookToken: string, request: WebhookRequest) =>
          postWebhook(`${config.publicUrl}/hooks/${hookToken}`, request);
        const sent = await sendRecordedOrder({ database, sealer, deliver }, store.id, options.email ?? null);
        if (!sent.ok) throw new CommandFailure(sent.failure.message);
        print(
          { acceptance: sent.value.acceptance, mailboxUrl: `${config.publicUrl}/mailbox` },
          () => ['The order is in. Its thank-you mail arrives within moments:', `  ${config.publicUrl}/mailbox`],
          options,
        );
      }),
    );
}

async function postWebhook(url: string, request: WebhookRequest): Promise<Acceptance> {
  const response = await fetch(url, {
    method: 'POST',
    headers: request.headers as Record<string, string>,
    body: Buffer.from(request.body),
  }).catch(() => null);
  if (response === null)
    throw new CommandFailure(`No server answers at ${new URL(url).origin}. Start one first: npm start`);
  if (!response.ok) throw new CommandFailure(`The server refused the order with status ${response.status}.`);
  return 'accepted';
}
