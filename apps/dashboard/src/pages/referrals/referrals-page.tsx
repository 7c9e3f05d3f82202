import { useQuery } from '@tanstack/react-query';

import { codeMakerQuery } from '../../api/referral-program.ts';
import { Page } from '../../components/page.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { LackNotice } from '../../shell/lack-notice.tsx';
import { useMay } from '../../shell/use-may.ts';
import { useStore } from '../../shell/use-store.ts';
import { ChainsCard } from './chains-card.tsx';
import { ProgramCard } from './program-card.tsx';
import { ReferralsCard } from './referrals-card.tsx';
import { RewardsCard } from './rewards-card.tsx';

/** Friends who were brought, and what both got for it. */
export function ReferralsPage() {
  const t = useMessages();
  const store = useStore();
  const maySeeRewards = useMay('rewards.read');
  const lack = useQuery(codeMakerQuery(store.id)).data?.lack ?? null;
  return (
    <Page title={t.referrals.title} lead={t.referrals.lead}>
      {lack !== null && <LackNotice lack={{ of: 'codes', why: lack }} />}
      <ProgramCard store={store} />
      <ChainsCard store={store} />
      <ReferralsCard store={store} />
      {maySeeRewards && <RewardsCard store={store} />}
    </Page>
  );
}
