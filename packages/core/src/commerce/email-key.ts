const address = /^[^\s@"(),:;<>[\]\\]+@[^\s@"(),:;<>[\]\\]+\.[^\s@"(),:;<>[\]\\.]{2,}$/u;

/**
 * The form in which e-mail addresses are compared within a store: trimmed, NFC, lower case. Nothing else is changed,
 * because `a.b@` and `ab@` are two people at most providers.
 *
 * @returns null when the text is no address that mail could be sent to (RFC 5321 lengths; quoted local parts are not taken).
 * @example
 * ```ts
 * toEmailKey(' Anna@Example.COM '); // 'anna@example.com'
 * ```
 */
export function toEmailKey(email: string): string | null {
  const key = email.trim().normalize('NFC').toLowerCase();
  if (key.length > 254 || key.indexOf('@') > 64) return null;
  if (key.includes('..') || key.startsWith('.') || key.includes('.@') || key.includes('@.')) return null;
  return address.test(key) ? key : null;
}
