import type { Store, StoreChange } from '../../api/stores.ts';

/** The settings of a store as they are typed. */
export interface SettingsDraft {
  readonly name: string;
  readonly url: string;
  readonly locale: string;
  readonly postalAddress: string;
  readonly senderName: string;
  readonly senderRole: string;
  readonly senderEmail: string;
  readonly replyTo: string;
}

export type Setting = keyof SettingsDraft;

/** Where the server finds fault with each. */
const paths: Readonly<Record<Setting, string>> = {
  name: '/name',
  url: '/url',
  locale: '/locale',
  postalAddress: '/postalAddress',
  senderName: '/sender/name',
  senderRole: '/sender/role',
  senderEmail: '/sender/email',
  replyTo: '/sender/replyTo',
};

export function toDraft({ name, url, locale, postalAddress, sender }: Store): SettingsDraft {
  return {
    name,
    url: url ?? '',
    locale,
    postalAddress: postalAddress ?? '',
    senderName: sender.name,
    senderRole: sender.role,
    senderEmail: sender.email,
    replyTo: sender.replyTo ?? '',
  };
}

/** Only what is new is sent: what somebody else changes meanwhile stays theirs. */
export function toChange(store: Store, draft: SettingsDraft): StoreChange {
  const before = toDraft(store);
  const isNew = (...settings: readonly Setting[]) => settings.some((setting) => draft[setting] !== before[setting]);
  return {
    ...(isNew('name') && { name: draft.name }),
    ...(isNew('url') && { url: toNullable(draft.url) }),
    ...(isNew('locale') && { locale: draft.locale }),
    ...(isNew('postalAddress') && { postalAddress: toNullable(draft.postalAddress) }),
    ...(isNew('senderName', 'senderRole', 'senderEmail', 'replyTo') && {
      sender: {
        name: draft.senderName,
        role: draft.senderRole,
        email: draft.senderEmail.trim(),
        replyTo: toNullable(draft.replyTo),
      },
    }),
  };
}

/** Which settings the server refused; empty where the fault is of another kind. */
export function listWrong(errors: readonly { readonly path: string }[]): readonly Setting[] {
  return (Object.keys(paths) as Setting[]).filter((setting) => errors.some(({ path }) => path === paths[setting]));
}

function toNullable(typed: string): string | null {
  const trimmed = typed.trim();
  return trimmed === '' ? null : trimmed;
}
