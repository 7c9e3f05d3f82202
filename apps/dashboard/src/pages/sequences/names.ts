import type { Messages } from '../../messages/en.ts';
import { toName } from '../customers/timeline/words.ts';

/** What a mail is called: those of the playbook in the viewer's language, others by their key. */
export function nameMail(key: string, { sequences: t }: Messages): string {
  return t.mailNames[key] ?? toName(key);
}

/** What a sequence is called: as somebody named it, or, while it bears the playbook's own name, in the viewer's language. */
export function nameSequence(
  sequence: { readonly key: string; readonly name: string },
  { sequences: t }: Messages,
): string {
  const preset = t.presets[sequence.key];
  return preset !== undefined && preset.written === sequence.name ? preset.name : sequence.name;
}

/** What a sequence is for, by the same rule. */
export function tellPurpose(
  definition: { readonly key: string; readonly name: string; readonly purpose: string },
  { sequences: t }: Messages,
): string {
  const preset = t.presets[definition.key];
  return preset !== undefined && preset.written === definition.name ? preset.purpose : definition.purpose;
}
