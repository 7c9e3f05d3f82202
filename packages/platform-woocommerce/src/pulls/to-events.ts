import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { Parsed } from '../parse-resource.ts';

/** What is of no use is left out; what cannot be read is kept as poison, and the rest of its page is used. */
export function toEvents(item: object, parsed: Parsed): readonly PlatformEvent[] {
  if (!parsed.ok) return [{ kind: 'partRejected', rejection: parsed.failure, part: JSON.stringify(item) }];
  return parsed.value.filter(({ kind }) => kind !== 'ignored');
}
