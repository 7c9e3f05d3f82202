import type { OutgoingMessage } from '@regulars/adapter-contracts';
import { toShape } from './find-skeleton.ts';

/** Mailgun's limit of recipients a call. */
export const mostRecipients = 1_000;
/** Of a batch if nothing were shared: well below Mailgun's 25 MB. */
const maxBytes = 16_000_000;

/**
 * Which messages go together: of one shape, no address twice (Mailgun drops the second), not too many and not too large.
 * A message whose own words look like a place to fill in goes alone.
 */
export function groupMessages(messages: readonly OutgoingMessage[]): readonly (readonly OutgoingMessage[])[] {
  const isAlone = (message: OutgoingMessage): boolean =>
    /%recipient/i.test([message.subject, message.html, message.text, ...Object.values(message.headers)].join('\n'));
  const alone = messages.filter(isAlone).map((message) => [message]);
  const shapes = Map.groupBy(
    messages.filter((message) => !isAlone(message)),
    toShape,
  );
  return [...alone, ...[...shapes.values()].flatMap(fillBatches)];
}

function fillBatches(messages: readonly OutgoingMessage[]): readonly (readonly OutgoingMessage[])[] {
  const batches: { readonly members: OutgoingMessage[]; readonly addresses: Set<string>; bytes: number }[] = [];
  for (const message of messages) {
    const address = message.to.address.toLowerCase();
    const bytes = Buffer.byteLength(message.html) + Buffer.byteLength(message.text);
    const open = batches.find(
      (batch) =>
        batch.members.length < mostRecipients && !batch.addresses.has(address) && batch.bytes + bytes <= maxBytes,
    );
    const batch = open ?? { members: [], addresses: new Set<string>(), bytes: 0 };
    if (open === undefined) batches.push(batch);
    batch.members.push(message);
    batch.addresses.add(address);
    batch.bytes += bytes;
  }
  return batches.map(({ members }) => members);
}
