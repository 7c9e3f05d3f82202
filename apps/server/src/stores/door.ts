export { createPlatformConnector, type PlatformConnectorDeps } from './connect-platform.ts';
export { createConnection, type AdapterRegistry, type Connection } from './connections.ts';
export { storesErrors } from './errors.ts';
export type { Directory } from './directory.ts';
export {
  findCodeMaker,
  makesCodes,
  toCodeLack,
  type CodeLack,
  type CodeMaker,
  type CodeMakerDeps,
} from './find-code-maker.ts';
export { findHookTarget, type HookTargetDeps } from './find-hook-target.ts';
export {
  findConnection,
  findStore,
  findStoreBySlug,
  getStore,
  listConnections,
  listConnectionStandings,
  listStores,
  pauseLeft,
  setConnectionPause,
} from './repository.ts';
export { findStorefrontByKey, hasStorefront } from './storefront-keys.ts';
export type { Sender, Store } from './store.ts';
