import { assertNever } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { pauseLeft } from '../../stores/door.ts';
import { insertDataRequest } from '../privacy/data-request-repository.ts';
import { demandStoreErasure } from '../privacy/store-erasure-repository.ts';
import type { World } from './world.ts';

/** Keeps what was told of connections and of people's rights. It is rare, so each is a statement of its own. */
export async function saveNotices(tx: Tx, { storeId, notices }: World): Promise<void> {
  for (const notice of notices) {
    switch (notice.kind) {
      case 'dataRequested':
        await insertDataRequest(tx, storeId, notice);
        break;
      case 'storeErasureDemanded':
        await demandStoreErasure(tx, storeId, notice);
        break;
      case 'disconnected':
        await pauseLeft(tx, storeId, notice.connectionId, notice.at);
        break;
      default:
        assertNever(notice);
    }
  }
}
