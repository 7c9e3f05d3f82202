import {
  AdapterError,
  type AdapterContext,
  type AuthorizationReturn,
  type Loan,
  type PlatformAdapter,
} from '@regulars/adapter-contracts';
import { ok, type Result } from '@regulars/core/shared';
import type { AddConnectionDeps } from '../add-connection.ts';
import { endAttempt, findAttemptByState, useAttempt, type Attempt, type AttemptEnd } from './attempt-repository.ts';
import { hashSecret, isSameBrowser, openField } from './attempt-secret.ts';
import { keepAccess, type Access } from './keep-access.ts';

export interface CompleteAuthorizationDeps extends AddConnectionDeps {
  readonly adapterContext: AdapterContext;
}

/** A browser that came back from a platform. */
export interface ComingBack {
  readonly query: Readonly<Record<string, string>>;
  readonly cookie: string | undefined;
}

/**
 * Takes a merchant back from their platform: makes sure that it is the one who was sent, fetches the access, tries it,
 * and only then makes the connection, or gives the one the shop has here already its access again. Works once; how it ended is kept
 * with the attempt.
 *
 * @returns the attempt; null when there is none for this browser.
 */
export async function completeAuthorization(
  deps: CompleteAuthorizationDeps,
  { query, cookie }: ComingBack,
): Promise<Attempt | null> {
  const state = query['state'] ?? '';
  const found = await deps.database.withDirectory(async (tx, now) => {
    const attempt = await findAttemptByState(tx, hashSecret(state));
    if (attempt === null || !isSameBrowser(attempt, cookie)) return null;
    return { attempt, isMine: await useAttempt(tx, attempt), isLate: attempt.expiresAt <= now };
  });
  if (found === null) return null;
  const { attempt, isMine, isLate } = found;
  // Whoever reloads the page sees how it ended.
  if (!isMine) return attempt;
  const granted = isLate ? failed('connect.expired') : await fetchAccess(deps, attempt, { query, state });
  await deps.database.withStore(attempt.storeId, async (tx) => {
    await endAttempt(tx, attempt, granted.ok ? await keepAccess(deps, tx, attempt, granted.value) : granted.failure);
  });
  deps.directory.forget();
  return attempt;
}

type Failure = Extract<AttemptEnd, { failureCode: string }>;

async function fetchAccess(
  deps: CompleteAuthorizationDeps,
  attempt: Attempt,
  { query, state }: Pick<AuthorizationReturn, 'query' | 'state'>,
): Promise<Result<Access, Failure>> {
  const { sealer, adapters, adapterContext } = deps;
  const adapter = adapters.findPlatformAdapter(attempt.adapterId);
  const authorization = adapter?.authorization;
  if (adapter === null || authorization === undefined || attempt.settingsSealed === null)
    return failed('connection.adapter_unknown');
  const settings = authorization.settingsSchema.parse(
    JSON.parse(openField(sealer, attempt, 'settings', attempt.settingsSealed)),
  );
  const { callbackSealed } = attempt;
  const callback =
    callbackSealed === null ? null : Buffer.from(openField(sealer, attempt, 'callback', callbackSealed), 'base64');
  const pocket = createPocket();
  const context = { ...adapterContext, loan: pocket };
  try {
    const config = await authorization.complete(settings, { query, state, callback }, context);
    const warnings = await tryAccess(adapter, config, context);
    return warnings.ok ? ok({ config, lent: await pocket.read(), warnings: warnings.value }) : warnings;
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    const codes = { forbidden: 'connect.denied', unauthenticated: 'connect.not_genuine' } as const;
    return failed(
      Object.hasOwn(codes, error.kind) ? codes[error.kind as keyof typeof codes] : 'connect.not_completed',
      error,
    );
  }
}

/** Reads something harmless; what is missing is told in words. */
async function tryAccess(
  adapter: PlatformAdapter,
  config: unknown,
  context: AdapterContext,
): Promise<Result<readonly string[], Failure>> {
  const link = adapter.connect(config, context);
  try {
    return ok((await link.checkAccess()).warnings ?? []);
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return failed('connect.access_failed', error);
  } finally {
    await link.close();
  }
}

/** Holds what is lent until there is a connection to keep it with. */
function createPocket(): Loan {
  let held: string | null = null;
  return { read: async () => held, write: async (value) => void (held = value) };
}

function failed(failureCode: string, error?: AdapterError): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { failureCode, failureMessage: error?.message ?? null } };
}
