import { Link } from '@tanstack/react-router';

import type { SwitchForecast } from '../api/sequences.ts';
import { Notice } from '../components/notice.tsx';
import { useMessages } from '../messages/messages-context.ts';
import { useMay } from './use-may.ts';
import { useStore } from './use-store.ts';

/** What the store's connections cannot do for what is looked at, and the way to where that is changed. */
export function LackNotice({ lack }: { readonly lack: SwitchForecast['lacks'][number] }) {
  const { referrals, sequences } = useMessages();
  const store = useStore();
  const maySeeConnections = useMay('connections.read');
  return (
    <Notice tone="attention">
      <p>{lack.of === 'codes' ? referrals.lacks[lack.why] : sequences.switching.noCarts}</p>
      {maySeeConnections && (
        <p>
          <Link to="/stores/$slug/connections" params={{ slug: store.slug }} search={{}}>
            {referrals.toConnections}
          </Link>
        </p>
      )}
    </Notice>
  );
}
