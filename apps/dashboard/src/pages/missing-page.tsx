import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';

import { buttonClass } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { useMessages } from '../messages/messages-context.ts';

/** For an address where nothing is. */
export function MissingPage() {
  const t = useMessages();
  return (
    <EmptyState
      icon={Compass}
      title={t.shell.pageMissing}
      action={
        <Link to="/" className={buttonClass()}>
          {t.shell.toStart}
        </Link>
      }
    >
      {t.shell.pageMissingText}
    </EmptyState>
  );
}
