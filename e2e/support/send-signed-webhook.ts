import { createHmac, randomUUID } from 'node:crypto';

/** Sends a webhook signed by Standard Webhooks 1.0.0, as a shop's own code would; answers the status. */
export async function sendSignedWebhook(hookUrl: string, secret: string, body: string): Promise<number> {
  const id = randomUUID();
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  return (await fetch(hookUrl, { method: 'POST', headers, body })).status;
}
