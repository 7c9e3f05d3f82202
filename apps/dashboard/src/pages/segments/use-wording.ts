import type { SegmentRule } from '@regulars/core/segments';
import { useQuery } from '@tanstack/react-query';

import { productNamesQuery } from '../../api/segments.ts';
import type { Store } from '../../api/stores.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { listProducts, type Wording } from './rule/describe-rule.ts';

/** What it takes to say these rules in words, their products by name. */
export function useWording(store: Store, rules: readonly SegmentRule[]): Wording {
  const t = useMessages();
  const formats = useFormats();
  const names = useQuery(productNamesQuery(store.id, rules.flatMap(listProducts)));
  return {
    t,
    formats,
    currency: store.currency,
    timeZone: store.timeZone,
    labelOf: (value) => names.data?.find((product) => product.value === value)?.label ?? value,
  };
}
