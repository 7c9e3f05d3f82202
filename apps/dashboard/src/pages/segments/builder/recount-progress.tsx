import { useQuery } from '@tanstack/react-query';

import { recountsQuery } from '../../../api/segments.ts';
import { Progress } from '../../../components/progress.tsx';
import { useMessages } from '../../../messages/messages-context.ts';

const secondMs = 1_000;

/** How far the saving is: in a large store a new rule moves many. */
export function RecountProgress({ storeId, name }: { readonly storeId: string; readonly name: string }) {
  const t = useMessages();
  const recounts = useQuery(recountsQuery(storeId));
  const recount = recounts.data?.find((running) => running.name === name);
  const done = recount?.done ?? 0;
  const total = recount?.total ?? null;
  const passedMs = recount === undefined ? 0 : recounts.dataUpdatedAt - Date.parse(recount.startedAt);
  const perSecond = done === 0 || passedMs <= 0 ? null : done / (passedMs / secondMs);
  return (
    <Progress
      label={t.segments.saving}
      done={done}
      total={total}
      perSecond={perSecond}
      remainingMs={perSecond === null || total === null ? null : ((total - done) / perSecond) * secondMs}
    />
  );
}
