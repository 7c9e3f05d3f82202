import { createPrivateKey } from 'node:crypto';

/** A line of PEM (RFC 7468 §2). */
const lineLength = 64;

/** The key with its lines as PEM wants them: pasted into a field of one line it has lost them. Other text stays as it is. */
export function toPem(text: string): string {
  const [, label, body] = /^\s*-----BEGIN ([A-Z ]+)-----([\sA-Za-z0-9+/=]+)-----END \1-----\s*$/.exec(text) ?? [];
  if (label === undefined || body === undefined) return text;
  const lines = body.replace(/\s+/g, '').match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** Whether mail can be signed with it. */
export function isPrivateKey(pem: string): boolean {
  try {
    createPrivateKey(pem);
    return true;
  } catch {
    return false;
  }
}
