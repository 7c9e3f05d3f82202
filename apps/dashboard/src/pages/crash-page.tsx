import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';

import { toProblemDetails } from '../api/api-error.ts';
import { ErrorState } from '../components/error-state.tsx';
import { useMessages } from '../messages/messages-context.ts';
import { titleOf } from '../shell/title-of.ts';

/** For a page that could not be shown at all. */
export function CrashPage({ error }: ErrorComponentProps) {
  const t = useMessages();
  const router = useRouter();
  const problem = toProblemDetails(error);
  return (
    <ErrorState
      // Whatever was thrown that is neither an answer nor a lost connection is a fault of the page.
      title={problem.status === 0 && !(error instanceof TypeError) ? t.common.notShown : titleOf(problem, t)}
      requestId={problem.requestId}
      onRetry={() => void router.invalidate()}
    />
  );
}
