import { createPeopleAuth } from './access/door.ts';
import type { Foundation } from './compose-foundation.ts';
import { deriveKey } from './foundation/secrets/key-ring.ts';

/** The sign-in of this instance's people, on connections of its own. */
export function openPeopleAuth({
  connectionString,
  config,
  keyRing,
  kind,
}: Pick<Foundation, 'connectionString' | 'config' | 'keyRing' | 'kind'>) {
  return createPeopleAuth({
    connectionString,
    publicUrl: config.publicUrl,
    secret: deriveKey(keyRing, 'people sessions').toString('base64'),
    // Cookies know no ports: a demo beside a real instance must not sign anybody out of it.
    cookiePrefix: kind === 'demo' ? 'regulars-demo' : 'regulars',
  });
}
