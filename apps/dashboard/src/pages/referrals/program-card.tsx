import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { programQuery, type ReferralProgram, type RewardTerms } from '../../api/referral-program.ts';
import type { Store } from '../../api/stores.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Definitions } from '../../components/definitions.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useMay } from '../../shell/use-may.ts';
import styles from './referrals.module.css';
import { TermsDialog } from './terms-dialog.tsx';
import { useWorth } from './use-worth.ts';

/** Whom the programme gives something, in the order it happens. */
const places = ['friendWelcome', 'advocateReward', 'friendReward'] as const;
export type Place = (typeof places)[number];

/** What friends and advocates get; to be changed by those who may. */
export function ProgramCard({ store }: { readonly store: Store }) {
  const t = useMessages();
  const mayChange = useMay('referrals.write');
  const program = useQuery(programQuery(store.id));
  const [changed, setChanged] = useState<Place | null>(null);
  const items = ({ rules }: ReferralProgram) =>
    places.map((place) => ({
      name: t.referrals.places[place],
      value: (
        <div className={styles['promise']}>
          <Promised store={store} terms={rules[place]} />
          {mayChange && (
            <Button
              size="small"
              aria-label={t.referrals.changeTitle(t.referrals.places[place])}
              onClick={() => setChanged(place)}
            >
              {t.referrals.change}
            </Button>
          )}
        </div>
      ),
    }));
  return (
    <Card title={t.referrals.programTitle}>
      <QueryState query={program}>
        {(data) => (
          <div className={styles['program']}>
            <Definitions items={items(data)} />
          </div>
        )}
      </QueryState>
      {changed !== null && program.data !== undefined && (
        <TermsDialog store={store} program={program.data} place={changed} onClose={() => setChanged(null)} />
      )}
    </Card>
  );
}

function Promised({ store, terms }: { readonly store: Store; readonly terms: RewardTerms | null }) {
  const t = useMessages();
  const formats = useFormats();
  const worth = useWorth(store);
  if (terms === null) return <span className={styles['note']}>{t.referrals.nothing}</span>;
  const minimum = terms.minimumSpendMinor
    ? formats.money({ amountMinor: terms.minimumSpendMinor, currency: store.currency })
    : null;
  const products = 'productExternalIds' in terms ? (terms.productExternalIds?.length ?? 0) : 0;
  const conditions = [
    ...(products > 0 ? [t.referrals.onProducts(products)] : []),
    ...(minimum === null ? [] : [t.referrals.fromSpend(minimum)]),
    t.referrals.forDays(terms.validDays),
  ];
  return (
    <span>
      {worth(terms)} <span className={styles['note']}>{formats.list(conditions)}</span>
    </span>
  );
}
