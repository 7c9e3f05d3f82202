import type { SyncFailure } from '../../../api/sync.ts';
import { useMessages } from '../../../messages/messages-context.ts';

/** What went wrong, as the server says it, and what somebody can do about it. */
export function FailureWords({ failure: { code, message } }: { readonly failure: SyncFailure }) {
  const { sync: t } = useMessages();
  const remedy = t.remedies[code.slice(code.lastIndexOf('.') + 1)];
  return (
    <>
      <p lang="en">{message}</p>
      {remedy !== undefined && <p>{remedy}</p>}
    </>
  );
}
