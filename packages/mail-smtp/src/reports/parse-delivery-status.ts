import { classifyBounce } from '@regulars/adapter-contracts';
import type { ReportedRecipient } from './delivery-report.ts';

export interface DeliveryStatus {
  /** Only some servers tell it here (Gmail's `X-Original-Message-ID`). */
  readonly messageId: string | null;
  readonly recipients: readonly ReportedRecipient[];
}

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/** A status is some lines; a longer one is cut, so that no content takes long. */
const maxLength = 64_000;
const maxFieldLength = 2_000;

/** Reads the body of `message/delivery-status` (RFC 3464 §2.1): groups of fields, one for the message, one each for its recipients. */
export function parseDeliveryStatus(body: string): DeliveryStatus {
  const groups = body
    .slice(0, maxLength)
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(readFields);
  return {
    messageId:
      groups
        .flatMap((fields) => fields.get('x-original-message-id') ?? [])
        .map((id) => id.replace(/[<>\s]/g, ''))
        .find((id) => id !== '') ?? null,
    recipients: groups.flatMap((fields) => toRecipient(fields) ?? []),
  };
}

/** Names in lower case; folded lines joined (RFC 5322 §2.2.3); of a name given twice the first counts. */
function readFields(group: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([!-9;-~]+):(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.slice(0, maxFieldLength).trim());
  }
  return fields;
}

function toRecipient(fields: ReadonlyMap<string, string>): ReportedRecipient | null {
  const address = toAddress(fields.get('original-recipient')) ?? toAddress(fields.get('final-recipient'));
  const action = actions.find((each) => fields.get('action')?.toLowerCase().startsWith(each) === true);
  if (address === null || action === undefined) return null;
  if (action !== 'failed' && action !== 'delayed') return { address, action, bounce: null };
  const bounce = classifyBounce({
    text: withoutType(fields.get('diagnostic-code') ?? fields.get('x-supplementary-info') ?? ''),
    statusCode: fields.get('status') ?? null,
  });
  return { address, action, bounce };
}

/** `rfc822; ada@example.com`, also as `rfc822;<ada@example.com>`. */
function toAddress(field: string | undefined): string | null {
  return /[^\s<>;,:"]+@[^\s<>;,:"]+/.exec(withoutType(field ?? ''))?.[0] ?? null;
}

/** `smtp; 550 …` → `550 …` (RFC 3464 §2.1.2). */
function withoutType(field: string): string {
  return field.replace(/^\s*[\w-]+\s*;\s*/, '');
}
