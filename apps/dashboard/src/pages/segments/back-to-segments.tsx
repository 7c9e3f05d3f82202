import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';

import type { Store } from '../../api/stores.ts';
import { useMessages } from '../../messages/messages-context.ts';

/** The way back to the list. */
export function BackToSegments({ store }: { readonly store: Store }) {
  const t = useMessages();
  return (
    <Link to="/stores/$slug/segments" params={{ slug: store.slug }}>
      <ArrowLeft size={15} aria-hidden />
      {t.segments.back}
    </Link>
  );
}
