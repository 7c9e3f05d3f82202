import { createHmac } from 'node:crypto';

/** `event-data` of a webhook; `id` and `timestamp` are put in when left out. */
export type ReceiptDraft = Readonly<Record<string, unknown>> & { readonly event: string };

export interface ReceiptSignature {
  readonly signingKey: string;
  /** Unique per webhook. */
  readonly token: string;
  readonly timestampS: number;
}

/** The JSON body of a Mailgun webhook. The signature covers timestamp and token, not the event. */
export function toReceiptBody(receipt: ReceiptDraft, { signingKey, token, timestampS }: ReceiptSignature): string {
  const timestamp = String(timestampS);
  const signature = createHmac('sha256', signingKey)
    .update(timestamp + token)
    .digest('hex');
  return JSON.stringify({
    signature: { timestamp, token, signature },
    'event-data': { id: token.slice(0, 22), timestamp: timestampS, ...receipt },
  });
}

export async function postReceipt(
  hookUrl: string,
  receipt: ReceiptDraft,
  signature: ReceiptSignature,
): Promise<{ readonly status: number; readonly body: string }> {
  const response = await fetch(hookUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'Mailgun/Treq-23.11' },
    body: toReceiptBody(receipt, signature),
  });
  return { status: response.status, body: await response.text() };
}
