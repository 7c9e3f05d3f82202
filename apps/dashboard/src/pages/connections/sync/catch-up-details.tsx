import type { Pull } from '../../../api/sync.ts';
import { Definitions } from '../../../components/definitions.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useNow } from '../../../shell/use-now.ts';
import { countOf } from './count-of.ts';
import { Detail } from './detail.tsx';

/** When the shop was last asked what changed, and how much that was. */
export function CatchUpDetails({ pulls }: { readonly pulls: readonly Pull[] }) {
  const { sync: t } = useMessages();
  const formats = useFormats();
  const nowMs = useNow();
  return (
    <Detail title={t.catchUpTitle} note={pulls.length === 0 ? t.catchUpNever : t.catchUpNote}>
      {pulls.length > 0 && (
        <Definitions
          items={pulls.map((pull) => ({
            name: t.resources[pull.resource],
            value:
              pull.finishedAt === null
                ? t.catchingUp
                : t.caughtUp(formats.number(countOf(pull)), formats.ago(pull.finishedAt, nowMs)),
          }))}
        />
      )}
    </Detail>
  );
}
