import type { StoreSummary } from '../../api/reports.ts';
import { Card } from '../../components/card.tsx';
import { Stat, Stats } from '../../components/stat.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';

/** Who brought friends, and what for. */
export function FriendsCard({ summary: { referrals, rewards } }: { readonly summary: StoreSummary }) {
  const t = useMessages();
  const formats = useFormats();
  return (
    <Card title={t.home.friends}>
      <Stats>
        <Stat label={t.home.referralsOpen} value={formats.number(referrals.open)} />
        <Stat label={t.home.referralsQualified} value={formats.number(referrals.qualified)} />
        <Stat
          label={t.home.rewardsIssued}
          value={formats.number(rewards.issued)}
          note={t.home.rewardsRedeemed(formats.number(rewards.redeemed))}
        />
        <Stat
          label={t.home.welcomeIssued}
          value={formats.number(rewards.welcomeIssued)}
          note={t.home.rewardsRedeemed(formats.number(rewards.welcomeRedeemed))}
        />
      </Stats>
    </Card>
  );
}
