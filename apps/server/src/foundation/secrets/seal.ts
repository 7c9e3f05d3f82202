import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';

export interface Sealer {
  /** How begins what is sealed now; what begins otherwise was sealed with an older key. */
  readonly prefix: string;
  /** `context` is where the secret belongs (`connection|<store>|<id>|config`); it opens nowhere else. */
  seal(text: string, context: string): string;
  /** @throws SealError when the text was changed, moved to another place, or its key is gone. */
  open(sealed: string, context: string): string;
}

export class SealError extends Error {
  override readonly name = 'SealError';
}

/** Seals secrets at rest: AES-256-GCM (NIST SP 800-38D), `v1.<key id>.<iv>.<tag>.<ciphertext>`, base64url. */
export function createSealer(ring: KeyRing): Sealer {
  const [current] = ring;
  if (current === undefined) throw new RangeError('A key ring has at least one key.');
  const prefix = `v1.${current.id}.`;
  return {
    prefix,
    seal(text, context) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', current.key, iv).setAAD(Buffer.from(context));
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return prefix + [iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url')).join('.');
    },
    open(sealed, context) {
      const [version, id, iv, tag, ciphertext] = sealed.split('.');
      const key = ring.find((entry) => entry.id === id)?.key;
      if (version !== 'v1' || key === undefined) throw new SealError('The key of this secret is not in the key ring.');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv ?? '', 'base64url'))
          .setAAD(Buffer.from(context))
          .setAuthTag(Buffer.from(tag ?? '', 'base64url'));
        return Buffer.concat([decipher.update(Buffer.from(ciphertext ?? '', 'base64url')), decipher.final()]).toString(
          'utf8',
        );
      } catch {
        throw new SealError('The secret was changed, or does not belong here.');
      }
    },
  };
}
