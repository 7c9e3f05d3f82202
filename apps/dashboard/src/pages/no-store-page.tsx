import { Store } from 'lucide-react';

import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { useMessages } from '../messages/messages-context.ts';

/** For a person who is let into no store yet. */
export function NoStorePage() {
  const t = useMessages();
  return (
    <Page title={t.shell.noStoreTitle}>
      <EmptyState icon={Store} title={t.shell.noStoreTitle}>
        {t.shell.noStore}
      </EmptyState>
    </Page>
  );
}
