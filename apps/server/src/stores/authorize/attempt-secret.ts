import { createHash, timingSafeEqual } from 'node:crypto';
import type { Sealer } from '../../foundation/secrets/seal.ts';
import type { Attempt, AttemptId } from './attempt-repository.ts';

/** How long the browser keeps its half; the database decides when the attempt ends. */
const lastsSeconds = 15 * 60;

const nameOf = (id: AttemptId): string => `regulars-connect-${id}`;

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Keeps the browser's half where only our return address gets it; `Lax` lets it come along from the platform's page. */
export function toBrowserCookie(id: AttemptId, secret: string, publicUrl: string): string {
  const secure = publicUrl.startsWith('https://') ? '; Secure' : '';
  return `${nameOf(id)}=${secret}; Path=/connect; Max-Age=${lastsSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** Whether this is the browser that began the attempt, by its `Cookie` header. */
export function isSameBrowser({ id, browserHash }: Attempt, cookie: string | undefined): boolean {
  const prefix = `${nameOf(id)}=`;
  const held = (cookie ?? '').split('; ').find((pair) => pair.startsWith(prefix));
  return held !== undefined && timingSafeEqual(hashSecret(held.slice(prefix.length)), browserHash);
}

type Field = 'settings' | 'callback';
type Place = Pick<Attempt, 'storeId' | 'id'>;

const contextOf = ({ storeId, id }: Place, field: Field): string => `connection attempt|${storeId}|${id}|${field}`;

export function sealField(sealer: Sealer, place: Place, field: Field, text: string): string {
  return sealer.seal(text, contextOf(place, field));
}

export function openField(sealer: Sealer, place: Place, field: Field, sealed: string): string {
  return sealer.open(sealed, contextOf(place, field));
}
