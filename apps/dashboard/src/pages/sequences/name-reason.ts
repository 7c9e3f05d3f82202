import type { Messages } from '../../messages/en.ts';

/** Why a mail did not go or a customer left, in a word or two; a code we do not know is shown as it is. */
export function nameReason(code: string, { shortReasons }: Messages['sequences']): string {
  return shortReasons[code] ?? code.replaceAll('_', ' ');
}
