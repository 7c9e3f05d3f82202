export { createConnection, type AdapterRegistry, type Connection } from './connections.ts';
export { storesErrors } from './errors.ts';
export type { Directory } from './directory.ts';
export {
  findStore,
  findStoreBySlug,
  getStore,
  listConnections,
  listConnectionStandings,
  listStores,
  setConnectionPause,
} from './repository.ts';
export type { Sender, Store } from './store.ts';
