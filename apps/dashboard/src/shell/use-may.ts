import { useSuspenseQuery } from '@tanstack/react-query';

import { sessionQuery } from '../api/session.ts';

/** Whether the person who is signed in may do this; the server decides again. */
export function useMay(action: string): boolean {
  return useSuspenseQuery(sessionQuery).data.actions.includes(action);
}
