import { fail, ok, type Rejection, type Result } from '@regulars/core/shared';
import type { ConnectionSync } from '../../sync/answers.ts';

/**
 * Of which connection to a platform a command speaks: the one that was named with `--connection`, else the store's only one.
 *
 * @example chooseConnection([woo], null) // ok(woo)
 */
export function chooseConnection(
  all: readonly ConnectionSync[],
  named: string | null,
): Result<ConnectionSync, Rejection> {
  const found = named === null ? all : all.filter(({ connectionId }) => connectionId === named);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return ok(only);
  const known = all.map(({ connectionId, adapterId }) => `${connectionId} (${adapterId})`).join(', ');
  const hint = known === '' ? 'the store has none; see: connections add --help' : `there are: ${known}`;
  return fail({
    code: 'sync.connection_unclear',
    path: '--connection',
    message: `must be one of the store's connections to a platform; ${hint}.`,
  });
}
