import { toProblemDetails } from '../api/api-error.ts';
import { Notice } from '../components/notice.tsx';
import { useMessages } from '../messages/messages-context.ts';

/** Why something that was pressed did not happen; nothing while there is no error. */
export function ProblemNotice({ error }: { readonly error: unknown }) {
  const t = useMessages();
  if (error === null || error === undefined) return null;
  const { title, detail, status, errors } = toProblemDetails(error);
  return (
    <Notice tone="bad">
      <p>{status === 0 ? t.common.unreachable : title}</p>
      {detail !== null && <p>{detail}</p>}
      {detail === null &&
        errors.map(({ path, message }) => <p key={`${path}${message}`}>{`${path.replace(/^\//, '')}: ${message}`}</p>)}
    </Notice>
  );
}
