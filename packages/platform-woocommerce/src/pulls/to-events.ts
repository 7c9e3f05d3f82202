import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { Parsed } from '../parse-resource.ts';

/** What is of no use is left out; what cannot be read is kept as poison, and the rest of its page is used. */
export function toEvents(
  resource: 'order' | 'customer' | 'product',
  item: object,
  parsed: Parsed,
): readonly PlatformEvent[] {
  if (!parsed.ok) {
    const part = JSON.stringify(item);
    return [{ kind: 'partRejected', rejection: parsed.failure, part, topic: `${resource}.updated` }];
  }
  return parsed.value.filter(({ kind }) => kind !== 'ignored');
}
