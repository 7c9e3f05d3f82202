import type { MessageChoice } from '../../../api/messages.ts';
import type { EnrollmentChoice } from '../../../api/sequences.ts';

/** The customers behind a count: what the list of them is called, and which it shows. */
export type Behind = { readonly title: string } & (
  | { readonly kind: 'enrollments'; readonly choice: EnrollmentChoice }
  | { readonly kind: 'mails'; readonly choice: Omit<MessageChoice, 'sequenceId'> }
);
