import { dayMs, plus, type Instant, type StoreId } from '@regulars/core/shared';
import { triggerFreshnessDays, type SequenceDefinition } from '@regulars/core/sequences';
import { listCartLeavers } from '../customers/door.ts';
import type { Database, Tx } from '../foundation/database/database.ts';
import { findCodeMaker, hasStorefront, toCodeLack, type CodeLack, type CodeMakerDeps } from '../stores/door.ts';

/** What a sequence needs and the store has not; it can be switched on all the same. */
export type Lack = { readonly of: 'codes'; readonly why: CodeLack } | { readonly of: 'carts'; readonly why: 'notTold' };

/** Which letters name a variable, in any language; given by the composition, because letters belong to a room to the right. */
export type FindKeysNaming = (tx: Tx, storeId: StoreId, variable: string) => Promise<ReadonlySet<string>>;

export type FindLacks = (storeId: StoreId, definition: SequenceDefinition) => Promise<readonly Lack[]>;

export interface FindLacksDeps extends CodeMakerDeps {
  readonly database: Database;
  readonly findKeysNaming: FindKeysNaming;
}

/** Tells beforehand what would keep a sequence from doing what it is for. */
export function createLacksFinder(deps: FindLacksDeps): FindLacks {
  return async (storeId, definition) => {
    const [codeLack, makesCarts] = [toCodeLack(await findCodeMaker(deps, storeId)), await bringsCarts(deps, storeId)];
    return deps.database.withStore(storeId, async (tx, now) => {
      const lacks: Lack[] = [];
      if (codeLack !== null && (await givesCodes(deps, tx, storeId, definition)))
        lacks.push({ of: 'codes', why: codeLack });
      const isAboutCarts = definition.trigger.event === 'cartAbandoned';
      if (isAboutCarts && !makesCarts && !(await hasCarts(tx, storeId, now)))
        lacks.push({ of: 'carts', why: 'notTold' });
      return lacks;
    });
  };
}

/** By a step of its own, or to the friends of those it sends a link to pass on. */
async function givesCodes(
  { findKeysNaming }: FindLacksDeps,
  tx: Tx,
  storeId: StoreId,
  { steps }: SequenceDefinition,
): Promise<boolean> {
  if (steps.some(({ kind }) => kind === 'reward')) return true;
  const inviting = await findKeysNaming(tx, storeId, 'referral.link');
  return steps.some((step) => step.kind === 'send' && inviting.has(step.templateKey));
}

async function bringsCarts({ directory, adapters }: CodeMakerDeps, storeId: StoreId): Promise<boolean> {
  const connections = await directory.connectionsFor(storeId, 'platform');
  return connections.some(
    ({ adapterId, pausedReason }) =>
      pausedReason === null && adapters.findPlatformAdapter(adapterId)?.capabilities.carts === true,
  );
}

/** The shop's pages may tell of carts, or a system of one's own does: nobody can know that before it did. */
async function hasCarts(tx: Tx, storeId: StoreId, now: Instant): Promise<boolean> {
  if (await hasStorefront(tx, storeId)) return true;
  const leavers = await listCartLeavers(tx, storeId, plus(now, -triggerFreshnessDays * dayMs));
  return leavers.length > 0;
}
