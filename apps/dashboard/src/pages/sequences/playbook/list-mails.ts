import type { SequenceDefinition } from '@regulars/core/sequences';

import { listDays } from '../canvas/list-days.ts';
import type { PreviewedMail } from '../preview-dialog.tsx';

/** The mails of a sequence, each with the day it comes, counted from the first. */
export function listMails({ steps }: SequenceDefinition): readonly (PreviewedMail & { readonly day: number })[] {
  const days = listDays(steps);
  return steps.flatMap((step, index) =>
    step.kind === 'send' ? [{ templateKey: step.templateKey, purpose: step.purpose, day: days[index] ?? 0 }] : [],
  );
}
