import type { HealthCheck } from '../../api/health.ts';
import type { Store } from '../../api/stores.ts';
import type { Formats } from '../../formats/formats.ts';
import type { Messages } from '../../messages/en.ts';

/** What a check found, in the viewer's language where its code is known, else as the server writes it. */
export function sentenceOf(
  { code, values, sentence, storeId }: HealthCheck,
  stores: readonly Pick<Store, 'id' | 'name'>[],
  t: Messages['health'],
  formats: Formats,
): string {
  const say = t.sentences[code];
  if (say === undefined) return sentence;
  const count = typeof values['count'] === 'number' ? values['count'] : 0;
  return say({
    store: stores.find(({ id }) => id === storeId)?.name ?? '',
    count,
    shown: formats.number(count),
    reason: String(values['reason'] ?? ''),
    lanes: String(values['lanes'] ?? ''),
  });
}
