import type { PlatformCapabilities } from '@regulars/adapter-contracts';
import type { RewardTerms } from '@regulars/core/referrals';
import type { StoreId } from '@regulars/core/shared';
import type { AdapterRegistry, Directory } from '../stores/door.ts';

/** A kind of reward that the store's platform can give, and whether it can ask for a minimum spend. */
export interface RewardKind {
  readonly kind: RewardTerms['kind'];
  readonly mayAskForMinimum: boolean;
}

/** What a platform of these capabilities can give by a code. */
export function listRewardKinds(capabilities: PlatformCapabilities): readonly RewardKind[] {
  const { discountCodes, freeShipping = false, freeGift = false, giftsWithoutMinimumOnly = false } = capabilities;
  if (!discountCodes) return [];
  return [
    { kind: 'percent', mayAskForMinimum: true },
    { kind: 'fixed', mayAskForMinimum: true },
    ...(freeShipping ? [{ kind: 'freeShipping', mayAskForMinimum: true } as const] : []),
    ...(freeGift ? [{ kind: 'freeGift', mayAskForMinimum: !giftsWithoutMinimumOnly } as const] : []),
  ];
}

/** Whether a platform of these capabilities can keep what the terms promise. */
export function canGive({ kind, minimumSpendMinor = 0 }: RewardTerms, capabilities: PlatformCapabilities): boolean {
  const found = listRewardKinds(capabilities).find((each) => each.kind === kind);
  return found !== undefined && (found.mayAskForMinimum || minimumSpendMinor === 0);
}

/** What the store's platform can do; null as long as none is connected. */
export async function findCapabilities(
  { directory, adapters }: { readonly directory: Directory; readonly adapters: AdapterRegistry },
  storeId: StoreId,
): Promise<PlatformCapabilities | null> {
  const connection = await directory.connectionFor(storeId, 'platform');
  const adapter = connection === null ? null : adapters.findPlatformAdapter(connection.adapterId);
  return adapter?.capabilities ?? null;
}
