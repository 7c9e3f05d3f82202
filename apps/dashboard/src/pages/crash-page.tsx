import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';

import { toProblemDetails } from '../api/api-error.ts';
import { ErrorState } from '../components/error-state.tsx';
import { useMessages } from '../messages/messages-context.ts';

/** For a page that could not be shown at all. */
export function CrashPage({ error }: ErrorComponentProps) {
  const t = useMessages();
  const router = useRouter();
  const { status, title, requestId } = toProblemDetails(error);
  const isOffline = error instanceof TypeError && status === 0;
  return (
    <ErrorState
      title={isOffline ? t.common.unreachable : title || t.common.notShown}
      requestId={requestId}
      onRetry={() => void router.invalidate()}
    />
  );
}
