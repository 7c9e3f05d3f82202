import {
  fail,
  ok,
  type Instant,
  type Rejection,
  type Result,
  type SegmentId,
  type StoreId,
} from '@regulars/core/shared';
import { parseSegmentRule } from '@regulars/core/segments';
import type { Database, Tx } from '../foundation/database/database.ts';
import { newId } from '../foundation/ids.ts';
import type { RecountBoard } from './recount-board.ts';
import { recordMovements } from './record-movements.ts';
import {
  insertSegment,
  listAllSegments,
  listKeys,
  lockSegment,
  rebuildMemberships,
  setArchivedAt,
  updateSegment,
} from './repository.ts';
import { replaceRules } from './rule-lock.ts';
import type { Segment } from './segment.ts';
import { toSegmentKey } from './to-segment-key.ts';

/** Every order is held against every segment of its store. */
const maxSegments = 200;

export interface SaveSegmentDeps {
  readonly database: Database;
  /** Shows how far the recording of movements is; a large store moves many customers at once. */
  readonly recounts: RecountBoard;
}

/** A segment with the number of customers its rule moved. */
export type SavedSegment = Segment & { readonly movedCount: number };

type Saved = Result<SavedSegment, readonly Rejection[]>;

/** Makes a segment and takes in everybody it describes. Without a key, one is made of its name. */
export async function createSegment(
  deps: SaveSegmentDeps,
  storeId: StoreId,
  input: { readonly key?: string | undefined; readonly name: string; readonly rule: unknown },
): Promise<Saved> {
  const rule = parseSegmentRule(input.rule);
  if (!rule.ok) return fail(underRule(rule.failure));
  return deps.database.withStore(storeId, async (tx, now) => {
    await replaceRules(tx, storeId);
    if (await isFull(tx, storeId)) return tooMany();
    const key = input.key ?? toSegmentKey(input.name, await listKeys(tx, storeId));
    const segment = await insertSegment(tx, storeId, {
      id: newId<'Segment'>(),
      key,
      name: input.name,
      rule: rule.value,
    });
    if (segment === null) {
      const message = `Another segment, perhaps an archived one, has the key ${key}; choose another one.`;
      return fail([{ code: 'segment.key_taken', path: '/key', message }]);
    }
    return ok(await recount(deps, tx, storeId, segment, now));
  });
}

/** Changes a segment's name or rule; a new rule moves everybody it concerns. The key stays. */
export async function editSegment(
  deps: SaveSegmentDeps,
  storeId: StoreId,
  id: SegmentId,
  input: { readonly name?: string | undefined; readonly rule?: unknown },
): Promise<Saved> {
  const rule = input.rule === undefined ? null : parseSegmentRule(input.rule);
  if (rule !== null && !rule.ok) return fail(underRule(rule.failure));
  return deps.database.withStore(storeId, async (tx, now) => {
    await replaceRules(tx, storeId);
    const before = await lockSegment(tx, storeId, id);
    if (before === null) return notFound();
    if (before.archivedAt !== null)
      return fail([{ code: 'segment.archived', path: '', message: 'Bring the segment back first.' }]);
    const segment = await updateSegment(tx, storeId, {
      id,
      name: input.name ?? before.name,
      rule: rule?.value ?? before.rule,
    });
    return ok(await recount(deps, tx, storeId, segment, now));
  });
}

/** Brings an archived segment back under its key, and takes in everybody its rule describes now. */
export async function restoreSegment(deps: SaveSegmentDeps, storeId: StoreId, id: SegmentId): Promise<Saved> {
  return deps.database.withStore(storeId, async (tx, now) => {
    await replaceRules(tx, storeId);
    const before = await lockSegment(tx, storeId, id);
    if (before === null) return notFound();
    if (before.archivedAt === null) return ok({ ...before, movedCount: 0 });
    if (await isFull(tx, storeId)) return tooMany();
    return ok(await recount(deps, tx, storeId, await setArchivedAt(tx, storeId, id, null), now));
  });
}

async function recount(
  { recounts }: SaveSegmentDeps,
  tx: Tx,
  storeId: StoreId,
  segment: Segment,
  now: Instant,
): Promise<SavedSegment> {
  const note = recounts.begin(storeId, { segmentId: segment.id, name: segment.name, startedAt: now });
  try {
    const movements = await rebuildMemberships(tx, storeId, segment);
    await recordMovements(tx, storeId, segment, movements, {
      cause: 'ruleChanged',
      now,
      onProgress: note.onProgress,
    });
    return { ...segment, movedCount: movements.length };
  } finally {
    note.end();
  }
}

async function isFull(tx: Tx, storeId: StoreId): Promise<boolean> {
  return (await listAllSegments(tx, storeId)).length >= maxSegments;
}

function tooMany(): Saved {
  const message = `A store has ${maxSegments} segments at most; archive one that nobody uses.`;
  return fail([{ code: 'segment.too_many', path: '', message }]);
}

function notFound(): Saved {
  return fail([{ code: 'segment.not_found', path: '', message: 'The store has no such segment.' }]);
}

function underRule(rejections: readonly Rejection[]): readonly Rejection[] {
  return rejections.map((rejection) => ({ ...rejection, path: `/rule${rejection.path}` }));
}
