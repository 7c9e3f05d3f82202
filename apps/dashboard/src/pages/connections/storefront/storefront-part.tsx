import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { closeStorefront, storefrontQuery, type StorefrontPlace } from '../../../api/storefront.ts';
import { Button } from '../../../components/button.tsx';
import { CopyField } from '../../../components/copy-field.tsx';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNotice } from '../../../shell/problem-notice.tsx';
import { StorefrontDialog } from './storefront-dialog.tsx';
import styles from './storefront.module.css';

export interface StorefrontPartProps {
  readonly place: StorefrontPlace;
  readonly mayWrite: boolean;
}

/** For a shop whose platform tells of no carts: the snippet by which its pages do. */
export function StorefrontPart({ place, mayWrite }: StorefrontPartProps) {
  const { storefront: t } = useMessages();
  const queryClient = useQueryClient();
  const storefront = useQuery(storefrontQuery(place));
  const [isOpening, setOpening] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: storefrontQuery(place).queryKey });
  const closing = useMutation({ mutationFn: () => closeStorefront(place), onSuccess: refresh });
  if (storefront.error !== null) return <ProblemNotice error={storefront.error} />;
  if (storefront.data?.isOffered !== true) return null;
  const { snippet, shopUrl } = storefront.data;
  return (
    <section className={styles['storefront']} aria-label={t.title}>
      <h3 className={styles['title']}>{t.title}</h3>
      <p className={styles['text']}>{snippet === null ? t.closed : t.open(shopUrl ?? '')}</p>
      {snippet !== null && <CopyField label={t.snippet} text={snippet} />}
      {snippet !== null && <p className={styles['text']}>{t.consent}</p>}
      <ProblemNotice error={closing.error} />
      {mayWrite && (
        <div className={styles['actions']}>
          <Button size="small" onClick={() => setOpening(true)}>
            {snippet === null ? t.begin : t.renew}
          </Button>
          {snippet !== null && (
            <Button size="small" look="danger" isBusy={closing.isPending} onClick={() => closing.mutate()}>
              {t.end}
            </Button>
          )}
        </div>
      )}
      {isOpening && (
        <StorefrontDialog place={place} shopUrl={shopUrl} onOpened={refresh} onClose={() => setOpening(false)} />
      )}
    </section>
  );
}
