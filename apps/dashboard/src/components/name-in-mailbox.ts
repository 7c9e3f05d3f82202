/**
 * The name in front of an address, as mail programs show it; the address where there is none.
 *
 * @example nameInMailbox('Anna <anna@shop.example>') // 'Anna'
 */
export function nameInMailbox(mailbox: string): string {
  const name = mailbox.replace(/\s*<[^>]*>\s*$/, '').trim();
  return name === '' ? mailbox : name;
}
