import type { PlatformEvent } from '@regulars/adapter-contracts';
import { findKnown } from './apply-account.ts';
import type { Notice } from './notice.ts';
import type { StatementContext, Verdict } from './statement.ts';
import type { World } from './world.ts';

/** Somebody asked for what is kept about them: it is kept until a person answers. */
export function applyDataRequest(
  world: World,
  context: StatementContext,
  { externalId, email, requestExternalId }: Extract<PlatformEvent, { kind: 'personDataRequested' }>,
): Verdict {
  const { connectionId, receivedAt: at } = context;
  const customer = findKnown(world, context, externalId, email);
  const customerId = customer === null || customer.erasedAt !== null ? null : customer.id;
  const requestKey = requestExternalId ?? `told ${at}`;
  world.notices.push({ kind: 'dataRequested', connectionId, requestKey, customerId, at });
  return { change: 'updated', reason: null };
}

/** The store left, or the platform demands that its people be forgotten. */
export function noteOfConnection(
  world: World,
  { connectionId, receivedAt: at }: StatementContext,
  kind: Exclude<Notice['kind'], 'dataRequested'>,
): Verdict {
  world.notices.push({ kind, connectionId, at });
  return { change: 'updated', reason: null };
}
