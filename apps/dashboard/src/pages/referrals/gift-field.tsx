import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { suggestionsQuery } from '../../api/segments.ts';
import type { Store } from '../../api/stores.ts';
import { Combobox } from '../../components/combobox.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import type { TermsDraft } from './terms-draft.ts';

export interface GiftFieldProps {
  readonly store: Store;
  readonly gift: TermsDraft['gift'];
  readonly error: string | undefined;
  readonly onChange: (gift: TermsDraft['gift']) => void;
}

/** One of the store's products, found by its name; it is promised by the name it has now. */
export function GiftField({ store, gift, error, onChange }: GiftFieldProps) {
  const t = useMessages();
  const [search, setSearch] = useState('');
  const { data: found = [] } = useQuery(suggestionsQuery(store.id, 'boughtProduct', search));
  const options = found.map(({ value, label }) => ({ value, label: label ?? value }));
  const isListed = gift === null || options.some(({ value }) => value === gift.externalId);
  return (
    <Combobox
      label={t.referrals.giftProduct}
      hint={t.referrals.giftHint}
      error={error}
      value={gift?.externalId ?? ''}
      options={isListed ? options : [{ value: gift.externalId, label: gift.name }, ...options]}
      onSearch={setSearch}
      onChange={(externalId) => {
        const label = options.find(({ value }) => value === externalId)?.label;
        onChange({ externalId, name: label ?? gift?.name ?? externalId });
      }}
    />
  );
}
