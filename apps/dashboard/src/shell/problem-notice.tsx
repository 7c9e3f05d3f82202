import { toProblemDetails } from '../api/api-error.ts';
import { Notice } from '../components/notice.tsx';
import { useMessages } from '../messages/messages-context.ts';
import { titleOf } from './title-of.ts';

/** Why something that was pressed did not happen; nothing while there is no error. */
export function ProblemNotice({ error }: { readonly error: unknown }) {
  const t = useMessages();
  if (error === null || error === undefined) return null;
  const problem = toProblemDetails(error);
  const { detail, errors } = problem;
  return (
    <Notice tone="bad">
      <p>{titleOf(problem, t)}</p>
      {detail !== null && <p>{detail}</p>}
      {detail === null &&
        errors.map(({ path, message }) => (
          <p key={`${path}${message}`}>{path === '' ? message : `${path.replace(/^\//, '')}: ${message}`}</p>
        ))}
    </Notice>
  );
}
