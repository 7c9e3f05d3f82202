import { fail, ok, type Rejection, type Result, type SegmentId, type StoreId } from '@regulars/core/shared';
import { parseSegmentRule } from '@regulars/core/segments';
import type { Database } from '../foundation/database/database.ts';
import { newId } from '../foundation/ids.ts';
import { recordRuleChange, type OnProgress } from './record-movements.ts';
import { insertSegment, listAllSegments, lockSegment, rebuildMemberships, updateSegment } from './repository.ts';
import { replaceRules } from './rule-lock.ts';
import type { Segment } from './segment.ts';

/** Every order is held against every segment of its store. */
const maxSegments = 200;

export interface SaveSegmentDeps {
  readonly database: Database;
  /** Told how far the recording of movements is; a large store moves many customers at once. */
  readonly onProgress?: OnProgress;
}

/** A segment with the number of customers its rule moved. */
export type SavedSegment = Segment & { readonly movedCount: number };

/** Makes a segment and takes in everybody it describes. */
export async function createSegment(
  { database, onProgress = ignoreProgress }: SaveSegmentDeps,
  storeId: StoreId,
  input: { readonly key: string; readonly name: string; readonly rule: unknown },
): Promise<Result<SavedSegment, readonly Rejection[]>> {
  const rule = parseSegmentRule(input.rule);
  if (!rule.ok) return fail(underRule(rule.failure));
  return database.withStore(storeId, async (tx, now) => {
    await replaceRules(tx, storeId);
    if ((await listAllSegments(tx, storeId)).length >= maxSegments) {
      return fail([
        {
          code: 'segment.too_many',
          path: '',
          message: `A store has ${maxSegments} segments at most; delete one that nobody uses.`,
        },
      ]);
    }
    const segment = await insertSegment(tx, storeId, {
      id: newId<'Segment'>(),
      key: input.key,
      name: input.name,
      rule: rule.value,
    });
    if (segment === null) {
      return fail([
        {
          code: 'segment.key_taken',
          path: '/key',
          message: `Another segment has the key ${input.key}; choose another one.`,
        },
      ]);
    }
    const movements = await rebuildMemberships(tx, storeId, segment);
    await recordRuleChange(tx, storeId, segment, movements, now, onProgress);
    return ok({ ...segment, movedCount: movements.length });
  });
}

/** Changes a segment's name or rule; a new rule moves everybody it concerns. The key stays. */
export async function editSegment(
  { database, onProgress = ignoreProgress }: SaveSegmentDeps,
  storeId: StoreId,
  id: SegmentId,
  input: { readonly name?: string | undefined; readonly rule?: unknown },
): Promise<Result<SavedSegment, readonly Rejection[]>> {
  const rule = input.rule === undefined ? null : parseSegmentRule(input.rule);
  if (rule !== null && !rule.ok) return fail(underRule(rule.failure));
  return database.withStore(storeId, async (tx, now) => {
    await replaceRules(tx, storeId);
    const before = await lockSegment(tx, storeId, id);
    if (before === null)
      return fail([{ code: 'segment.not_found', path: '', message: 'The store has no such segment.' }]);
    const segment = await updateSegment(tx, storeId, {
      id,
      name: input.name ?? before.name,
      rule: rule?.value ?? before.rule,
    });
    const movements = await rebuildMemberships(tx, storeId, segment);
    await recordRuleChange(tx, storeId, segment, movements, now, onProgress);
    return ok({ ...segment, movedCount: movements.length });
  });
}

function underRule(rejections: readonly Rejection[]): readonly Rejection[] {
  return rejections.map((rejection) => ({ ...rejection, path: `/rule${rejection.path}` }));
}

function ignoreProgress(): void {
  // Nobody watches.
}
