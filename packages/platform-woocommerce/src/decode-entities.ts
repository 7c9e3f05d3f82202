const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * Undoes what WordPress does to special characters, in one pass, as its own `wp_specialchars_decode` does.
 * WordPress keeps names of categories so: `E-Books &amp; Guides`.
 */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:(amp|lt|gt|quot)|#0*(34|38|39|60|62));/g, (_entity, name?: string, code?: string) =>
    name === undefined ? String.fromCharCode(Number(code)) : (named[name] ?? ''),
  );
}
