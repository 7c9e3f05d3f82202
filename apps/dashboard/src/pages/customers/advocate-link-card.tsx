import { useQuery } from '@tanstack/react-query';

import { programQuery } from '../../api/referral-program.ts';
import { advocateLinkQuery } from '../../api/referrals.ts';
import { Card } from '../../components/card.tsx';
import { CopyField } from '../../components/copy-field.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';

export interface AdvocateLinkCardProps {
  readonly storeId: string;
  readonly customerId: string;
}

/** The address a customer hands their friends, to copy for them. */
export function AdvocateLinkCard({ storeId, customerId }: AdvocateLinkCardProps) {
  const { customers: t } = useMessages();
  const query = useQuery(advocateLinkQuery(storeId, customerId));
  const program = useQuery(programQuery(storeId));
  return (
    <Card
      title={t.advocateLinkTitle}
      note={program.data === undefined || program.data.state === 'live' ? t.advocateLinkNote : t.advocateLinkRests}
    >
      <QueryState query={query} lines={1}>
        {(url) => <CopyField label={t.advocateLink} text={url} />}
      </QueryState>
    </Card>
  );
}
