import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { ShopifyConfig } from '../config.ts';
import { parseNode, type NodeTopic } from './parse-node.ts';

/** A node that cannot be read is kept as poison, and the rest of its page is used. */
export function toEvent(
  topic: NodeTopic,
  node: unknown,
  config: Pick<ShopifyConfig, 'domain' | 'currency'>,
): PlatformEvent {
  const parsed = parseNode(topic, node, config);
  return parsed.ok
    ? parsed.value
    : { kind: 'partRejected', rejection: parsed.failure, part: JSON.stringify(node), topic };
}
