import type { StoreId } from '@regulars/core/shared';
import { findPeople } from '../customers/door.ts';
import type { Database } from '../foundation/database/database.ts';
import { findAdvocateBySlug, findStoreOfLink } from './advocate-repository.ts';
import { findProgram, type ReferralProgram } from './program-repository.ts';

export interface Landing {
  readonly storeId: StoreId;
  readonly program: ReferralProgram;
  readonly advocateFirstName: string | null;
}

/** What stands behind a link; null when nothing does. */
export async function readLanding(database: Database, slug: string): Promise<Landing | null> {
  const storeId = await database.withDirectory((tx) => findStoreOfLink(tx, slug));
  if (storeId === null) return null;
  return database.withStore(storeId, async (tx) => {
    const program = await findProgram(tx, storeId);
    const advocateId = await findAdvocateBySlug(tx, storeId, slug);
    if (program === null || advocateId === null) return null;
    const [advocate] = await findPeople(tx, storeId, [advocateId]);
    return { storeId, program, advocateFirstName: advocate?.firstName ?? null };
  });
}
