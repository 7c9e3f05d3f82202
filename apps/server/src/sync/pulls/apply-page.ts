import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { PlatformEvent, PulledPage } from '@regulars/adapter-contracts';
import type { Instant, Rejection } from '@regulars/core/shared';
import {
  applyPulledEvents,
  applyPulledInParts,
  BrokenPageError,
  failureMessage,
  pulledEventTopic,
  writePulledEvent,
} from '../../customers/door.ts';
import { crashPoint } from '../../foundation/crash-points.ts';
import type { Database } from '../../foundation/database/database.ts';
import { deriveId } from '../../foundation/ids.ts';
import { keepRejectedParts, type RejectedPart } from '../../intake/door.ts';
import { advancePull } from './advance-pull.ts';
import type { Claim } from './claim-pull.ts';
import { lockOurs } from './settle-pull.ts';

export interface ApplyPageDeps {
  readonly database: Database;
  readonly log: Logger;
}

/** A page, and from whom it is. */
export interface ReadPage extends PulledPage {
  readonly adapterId: string;
  /** Before the platform was asked, by Postgres' clock. */
  readonly askedAt: Instant;
}

/**
 * Takes a page into the store, in one transaction with the cursor behind it: both are kept, or neither is.
 *
 * @returns when it was kept, by Postgres' clock; null when the pull is no longer ours, and nothing was changed.
 */
export async function applyPage(deps: ApplyPageDeps, claim: Claim, page: ReadPage): Promise<Instant | null> {
  try {
    return await keepPage(deps, claim, page, applyWhole);
  } catch (error) {
    if (!(error instanceof BrokenPageError)) throw error;
    return await keepPage(deps, claim, page, applyPulledInParts);
  }
}

const applyWhole: typeof applyPulledInParts = async (...page) => {
  await applyPulledEvents(...page);
  return [];
};

async function keepPage(
  { database, log }: ApplyPageDeps,
  claim: Claim,
  { adapterId, events, next, askedAt }: ReadPage,
  apply: typeof applyPulledInParts,
): Promise<Instant | null> {
  const { storeId, connectionId, connectedAt, pull } = claim;
  const keptAt = await database.withStore(storeId, async (tx, now) => {
    const ours = await lockOurs(tx, claim);
    if (ours === null) return null;
    const broken = await apply(tx, { storeId, connectionId, askedAt, historyUntil: connectedAt }, events);
    for (const event of broken)
      log.error({ storeId, pullId: pull.id, kind: event.kind }, 'a pulled event was set aside');
    const keep = (part: UnusedPart) => toRejectedPart(part, { claim, adapterId, askedAt });
    const parts = [...events.flatMap(listRejected), ...broken.map(toBroken)].map(keep);
    await keepRejectedParts(tx, storeId, parts);
    const orders = events.filter(({ kind }) => kind === 'orderUpserted').length;
    const brokenOrders = broken.filter(({ kind }) => kind === 'orderUpserted').length;
    const count = { events: events.length, orders: orders - brokenOrders, partsRejected: parts.length };
    await advancePull(tx, claim, ours, { next, count }, now);
    crashPoint(`sync.${pull.resource}.beforeCommit`);
    return now;
  });
  if (keptAt !== null) crashPoint(`sync.${pull.resource}.afterCommit`);
  return keptAt;
}

interface UnusedPart {
  readonly topic: string | undefined;
  readonly rejection: Rejection;
  readonly body: string;
}

/** What the adapter could not use. */
function listRejected(event: PlatformEvent): readonly UnusedPart[] {
  if (event.kind !== 'partRejected') return [];
  const { rejection, part, topic } = event;
  return [{ topic, rejection, body: part }];
}

/** What the adapter understood, and we could not take in. */
function toBroken(event: PlatformEvent): UnusedPart {
  const rejection = { code: 'delivery.failed', path: '', message: failureMessage };
  return { topic: pulledEventTopic, rejection, body: writePulledEvent(event) };
}

/** The same part has the same id however often it is read, so it is kept once and stays settled when it was dealt with. */
function toRejectedPart(
  { topic, rejection, body }: UnusedPart,
  { claim, adapterId, askedAt }: { readonly claim: Claim; readonly adapterId: string; readonly askedAt: Instant },
): RejectedPart {
  const named = topic ?? `pulled/${claim.pull.resource}`;
  const id = deriveId(claim.connectionId, `pulled|${named}|${createHash('sha256').update(body).digest('hex')}`);
  const of = {
    id,
    connectionId: claim.connectionId,
    adapterId,
    topic: named,
    headers: {},
    body: new Uint8Array(),
    receivedAt: askedAt,
    attempt: 0,
  };
  return { of, rejection, body };
}
