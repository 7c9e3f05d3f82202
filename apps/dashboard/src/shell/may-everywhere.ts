import type { Session } from '../api/session.ts';

/**
 * Whether the caller may do what concerns the whole instance, as making a store does: whoever is limited to some stores
 * is refused it, whatever their role.
 *
 * @example
 * mayEverywhere({ actions: ['stores.write'], storeIds: null }, 'stores.write'); // true
 */
export function mayEverywhere({ actions, storeIds }: Pick<Session, 'actions' | 'storeIds'>, action: string): boolean {
  return storeIds === null && actions.includes(action);
}
