import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId, type EffectId, type StoreId } from '@regulars/core/shared';

/** Names one message, and so its recipient, without saying who that is. The token itself never expires. */
export interface MessageTokens {
  make(storeId: StoreId, messageId: EffectId): string;
  /** Null for a text that we did not make. */
  parse(token: string): { readonly storeId: StoreId; readonly messageId: EffectId } | null;
}

const idBytes = 16;
const macBytes = 16;

/** Tokens under a key that stays the same for the life of the instance; each purpose has a key of its own. */
export function createMessageTokens(key: Buffer): MessageTokens {
  const sign = (ids: Buffer) => createHmac('sha256', key).update(ids).digest().subarray(0, macBytes);
  return {
    make(storeId, messageId) {
      const ids = Buffer.from(`${storeId}${messageId}`.replaceAll('-', ''), 'hex');
      return Buffer.concat([ids, sign(ids)]).toString('base64url');
    },
    parse(token) {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length !== 2 * idBytes + macBytes) return null;
      const ids = bytes.subarray(0, 2 * idBytes);
      if (!timingSafeEqual(sign(ids), bytes.subarray(2 * idBytes))) return null;
      const [storeId, messageId] = [toUuid(ids.subarray(0, idBytes)), toUuid(ids.subarray(idBytes))];
      return isId(storeId) && isId(messageId)
        ? { storeId: storeId as StoreId, messageId: messageId as EffectId }
        : null;
    },
  };
}

function toUuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
