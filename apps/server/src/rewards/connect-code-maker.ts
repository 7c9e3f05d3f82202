import type { AdapterContext, PlatformCapabilities, PlatformConnection } from '@regulars/adapter-contracts';
import type { StuckReason } from '@regulars/core/referrals';
import type { StoreId } from '@regulars/core/shared';
import { findCodeMaker, type CodeMakerDeps } from '../stores/door.ts';

export interface CouponPlatform {
  readonly connection: PlatformConnection;
  readonly capabilities: PlatformCapabilities;
}

/** Reaches the platform that makes the store's codes, or tells why there is none to talk to. The caller closes it. */
export async function connectCodeMaker(
  deps: CodeMakerDeps & { readonly adapterContext: AdapterContext },
  storeId: StoreId,
  timeoutMs: number,
): Promise<CouponPlatform | StuckReason> {
  const maker = await findCodeMaker(deps, storeId);
  if (maker.kind === 'notOffered') return 'no_discount_codes';
  if (maker.kind === 'notConnected') return 'no_connection';
  const { adapter, connection } = maker;
  const context = { ...deps.adapterContext, timeoutMs, loan: deps.directory.loanOf(storeId, connection.id) };
  return { connection: adapter.connect(connection.config, context), capabilities: adapter.capabilities };
}
