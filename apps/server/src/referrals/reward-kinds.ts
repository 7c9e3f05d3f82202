import type { PlatformCapabilities } from '@regulars/adapter-contracts';
import type { RewardTerms } from '@regulars/core/referrals';
import type { StoreId } from '@regulars/core/shared';
import { findCodeMaker, type CodeMakerDeps } from '../stores/door.ts';

/** A kind of reward that the store's platform can give, and whether it can ask for a minimum spend. */
export interface RewardKind {
  readonly kind: RewardTerms['kind'];
  readonly mayAskForMinimum: boolean;
}

/** What may be promised as long as nothing makes codes, and nothing is known of what will. */
const anyCapabilities = { freeShipping: true, freeGift: true };

/** What a platform of these capabilities can give by a code; null where there is none yet. */
export function listRewardKinds(capabilities: PlatformCapabilities | null): readonly RewardKind[] {
  const {
    freeShipping = false,
    freeGift = false,
    giftsWithoutMinimumOnly = false,
  }: Partial<PlatformCapabilities> = capabilities ?? anyCapabilities;
  return [
    { kind: 'percent', mayAskForMinimum: true },
    { kind: 'fixed', mayAskForMinimum: true },
    ...(freeShipping ? [{ kind: 'freeShipping', mayAskForMinimum: true } as const] : []),
    ...(freeGift ? [{ kind: 'freeGift', mayAskForMinimum: !giftsWithoutMinimumOnly } as const] : []),
  ];
}

/** Whether a platform of these capabilities can keep what the terms promise. */
export function canGive(
  { kind, minimumSpendMinor = 0 }: RewardTerms,
  capabilities: PlatformCapabilities | null,
): boolean {
  const found = listRewardKinds(capabilities).find((each) => each.kind === kind);
  return found !== undefined && (found.mayAskForMinimum || minimumSpendMinor === 0);
}

/** What the platform that makes the store's codes can do; null as long as there is none. */
export async function findCapabilities(deps: CodeMakerDeps, storeId: StoreId): Promise<PlatformCapabilities | null> {
  const maker = await findCodeMaker(deps, storeId);
  return maker.kind === 'found' ? maker.adapter.capabilities : null;
}
