import type { PlatformEvent, ResourceReference } from '@regulars/adapter-contracts';
import type { Result } from '@regulars/core/shared';
import type { BigCommerceRejection } from '../rejection.ts';

/** Rows that cannot be used are kept as such beside the others; as a delivery, the part asks for the resource again. */
export function toPageEvents(
  resource: ResourceReference['resource'],
  externalId: string,
  read: Result<readonly PlatformEvent[], BigCommerceRejection>,
): readonly PlatformEvent[] {
  if (read.ok) return read.value;
  const topic = `store/${resource}/updated`;
  const part = JSON.stringify({ scope: topic, data: { type: resource, id: Number(externalId) } });
  return [{ kind: 'partRejected', rejection: read.failure, part, topic }];
}
