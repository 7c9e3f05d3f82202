import { cartReminder } from '@regulars/core/sequences';
import { listAllSequences } from '../../sequences/repository.ts';
import { resumeSequence } from '../../sequences/switch-sequence.ts';
import { readTemplateKeys } from '../../delivery/door.ts';
import type { DemoGround } from '../demo-ground.ts';
import type { DemoStore } from '../demo-store.ts';

/** Switches on every sequence the playbook brought, so that there is something to see; but for carts, of which the demo’s shops tell nothing. */
export async function switchOnSequences({ database }: DemoGround, { store }: DemoStore): Promise<void> {
  const all = await database.withStore(store.id, (tx) => listAllSequences(tx, store.id));
  for (const { id, key, status } of all) {
    if (status === 'live' || key === cartReminder.key) continue;
    const switched = await resumeSequence({ database, findTemplateKeys: readTemplateKeys }, store.id, id);
    if (!switched.ok) throw new Error(`A sequence of the demo was refused: ${JSON.stringify(switched.failure)}`);
  }
}
