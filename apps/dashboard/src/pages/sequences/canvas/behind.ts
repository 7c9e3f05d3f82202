import type { Message } from '../../../api/messages.ts';

/** The customers behind a count. */
export type Behind = { readonly title: string } & (
  | { readonly kind: 'waiting'; readonly stepId: string }
  | { readonly kind: 'left'; readonly reason: string }
  | { readonly kind: 'mails'; readonly stepId: string; readonly state: Message['state']; readonly reason?: string }
);
