import { toEmailKey } from './email-key.ts';

const tagIgnoringDomains: ReadonlySet<string> = new Set([
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'fastmail.com',
  'fastmail.fm',
  'proton.me',
  'protonmail.com',
  'pm.me',
  'icloud.com',
  'me.com',
]);

/**
 * The mailbox behind an address, for fraud scoring only: providers that deliver `anna+x@` to `anna@` (and, at Gmail,
 * `an.na@` too) let one person look like many. Never use it to identify a customer.
 *
 * @returns null when the text is no address.
 * @example
 * ```ts
 * toPersonKey('An.Na+spring@googlemail.com'); // 'anna@gmail.com'
 * ```
 */
export function toPersonKey(email: string): string | null {
  const key = toEmailKey(email);
  if (key === null) return null;
  const at = key.lastIndexOf('@');
  const domain = key.slice(at + 1) === 'googlemail.com' ? 'gmail.com' : key.slice(at + 1);
  if (!tagIgnoringDomains.has(domain)) return key;
  const local = key.slice(0, at);
  const untagged = local.slice(0, Math.max(0, local.indexOf('+'))) || local;
  return `${domain === 'gmail.com' ? untagged.replaceAll('.', '') : untagged}@${domain}`;
}
