import type { Messages } from '../../messages/en.ts';
import { toName } from '../customers/timeline/words.ts';

/** What a segment is called: as somebody named it, or, while it bears a preset's own name, in the viewer's language. */
export function nameSegment(
  segment: { readonly key: string; readonly name: string },
  { segments: t }: Messages,
): string {
  const preset = t.presets[segment.key];
  return preset !== undefined && preset.written === segment.name ? preset.name : segment.name;
}

/** The same where only its key is known. */
export function nameSegmentKey(key: string, { segments: t }: Messages): string {
  return t.presets[key]?.name ?? toName(key);
}
