import type { ProblemDetails } from '../api/api-error.ts';
import type { Messages } from '../messages/en.ts';

/** What went wrong, in the viewer's language: by its code, else in the server's own words. */
export function titleOf({ code, status, title }: ProblemDetails, t: Messages): string {
  if (status === 0) return t.common.unreachable;
  return t.problems[code] ?? (title || t.common.notShown);
}
