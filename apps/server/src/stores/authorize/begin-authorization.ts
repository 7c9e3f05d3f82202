import { randomBytes } from 'node:crypto';
import { AdapterError, type PlatformAuthorization } from '@regulars/adapter-contracts';
import {
  fail,
  ok,
  type ConnectionId,
  type Instant,
  type Rejection,
  type Result,
  type StoreId,
} from '@regulars/core/shared';
import { newId } from '../../foundation/ids.ts';
import type { AddConnectionDeps } from '../add-connection.ts';
import { openConnection } from '../connections.ts';
import { findConnection } from '../repository.ts';
import { toRejections } from '../to-rejections.ts';
import { insertAttempt, type AttemptId } from './attempt-repository.ts';
import { hashSecret, sealField } from './attempt-secret.ts';

export interface BeginAuthorizationDeps extends AddConnectionDeps {
  readonly publicUrl: string;
}

/** A new connection by what was typed in, or one that is given access again by what was typed in then. */
export type WishedAuthorization =
  | { readonly adapterId: string; readonly config: unknown }
  | { readonly connectionId: ConnectionId };

export interface BegunAuthorization {
  readonly id: AttemptId;
  /** Where the merchant is sent. */
  readonly url: string;
  /** The browser's half: whoever comes back must bring it. */
  readonly browserSecret: string;
  readonly expiresAt: Instant;
}

interface Settled {
  readonly adapterId: string;
  readonly config: unknown;
  readonly connectionId: ConnectionId | null;
}

/** Prepares to send a merchant to their platform, where they allow us with one click. */
export async function beginAuthorization(
  deps: BeginAuthorizationDeps,
  storeId: StoreId,
  wished: WishedAuthorization,
  begunBy: string,
): Promise<Result<BegunAuthorization, readonly Rejection[]>> {
  const settled = 'adapterId' in wished ? { ...wished, connectionId: null } : await readKept(deps, storeId, wished);
  if (settled === 'erasing')
    return refuse('connect.erasing', '/connectionId', 'Its people are being forgotten; wait until that is done.');
  if (settled === null) return refuse('connection.not_found', '/connectionId', 'The store has no such connection.');
  const adapter = deps.adapters.findPlatformAdapter(settled.adapterId);
  if (adapter === null) return refuse('connection.adapter_unknown', '/adapterId', 'No such platform is known here.');
  const { authorization } = adapter;
  if (authorization === undefined)
    return refuse('connect.not_offered', '/adapterId', `${adapter.displayName} is connected by typing in its keys.`);
  const settings = authorization.settingsSchema.safeParse(settled.config);
  if (!settings.success) {
    const rejections = toRejections('connection.config_invalid', settings.error);
    return fail(rejections.map((rejection) => ({ ...rejection, path: `/config${rejection.path}` })));
  }
  const [state, browserSecret] = [randomBytes(24).toString('base64url'), randomBytes(24).toString('base64url')];
  const url = toUrl(authorization, settings.data, { publicUrl: deps.publicUrl, adapterId: adapter.id, state });
  if (!url.ok) return url;
  const id: AttemptId = newId();
  const expiresAt = await deps.database.withStore(storeId, (tx) =>
    insertAttempt(tx, {
      storeId,
      id,
      adapterId: adapter.id,
      begunBy,
      connectionId: settled.connectionId,
      stateHash: hashSecret(state),
      browserHash: hashSecret(browserSecret),
      settingsSealed: sealField(deps.sealer, { storeId, id }, 'settings', JSON.stringify(settings.data)),
    }),
  );
  return ok({ id, url: url.value, browserSecret, expiresAt });
}

async function readKept(
  { database, sealer }: BeginAuthorizationDeps,
  storeId: StoreId,
  { connectionId }: { readonly connectionId: ConnectionId },
): Promise<Settled | 'erasing' | null> {
  const row = await database.withStore(storeId, (tx) => findConnection(tx, storeId, connectionId));
  if (row?.pausedReason === 'platform.erasing') return 'erasing';
  return row === null ? null : { adapterId: row.adapterId, config: openConnection(sealer, row).config, connectionId };
}

function toUrl(
  authorization: PlatformAuthorization<unknown>,
  settings: unknown,
  { publicUrl, adapterId, state }: { readonly publicUrl: string; readonly adapterId: string; readonly state: string },
): Result<string, readonly Rejection[]> {
  const request = {
    returnUrl: `${publicUrl}/connect/return`,
    callbackUrl: `${publicUrl}/connect/callback/${adapterId}`,
    state,
  };
  try {
    return ok(authorization.toUrl(settings, request));
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return refuse('connect.not_possible', '', error.message);
  }
}

function refuse(code: string, path: string, message: string): Result<never, readonly Rejection[]> {
  return fail([{ code, path, message }]);
}
