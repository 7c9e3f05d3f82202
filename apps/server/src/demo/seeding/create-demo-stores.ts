import { randomBytes } from 'node:crypto';
import type { SimulatedAgency, SimulatedStore } from '@regulars/simulator';
import { findProgram } from '../../referrals/program-repository.ts';
import { updateProgram } from '../../referrals/manage-program.ts';
import { addConnection } from '../../stores/add-connection.ts';
import { openConnection, openHookToken } from '../../stores/connections.ts';
import { createStore } from '../../stores/create-store.ts';
import { findStoreBySlug, listConnections } from '../../stores/repository.ts';
import type { Store } from '../../stores/door.ts';
import type { DemoGround } from '../demo-ground.ts';
import type { DemoStore } from '../demo-store.ts';
import { demoShopId } from '../shop/demo-shop.ts';

/** How long goods can be given back: until then a referral is on hold. */
const holdDays = { coffee: 7, knives: 14, books: 3 } as const;

/** The stores of the agency, made and connected where they are missing. */
export async function createDemoStores(ground: DemoGround, agency: SimulatedAgency): Promise<readonly DemoStore[]> {
  const stores: DemoStore[] = [];
  for (const simulated of agency.stores) {
    const found = await ground.database.withDirectory((tx) => findStoreBySlug(tx, simulated.slug));
    const store = found ?? (await create(ground, simulated));
    stores.push({ simulated, store, ...(await connect(ground, store)) });
  }
  return stores;
}

async function create(ground: DemoGround, simulated: SimulatedStore): Promise<Store> {
  const { slug, name, url, currency, locale, timeZone, sender, postalAddress } = simulated;
  const { street, postcode, city } = postalAddress;
  const created = await createStore(
    { ...ground, installers: ground.rooms.installers },
    { slug, name, url, currency, locale, timeZone, sender, postalAddress: `${name}, ${street}, ${postcode} ${city}` },
  );
  if (!created.ok) throw new Error(`A demo store was refused: ${JSON.stringify(created.failure)}`);
  await ground.database.withStore(created.value.id, async (tx) => {
    const program = await findProgram(tx, created.value.id);
    if (program === null) throw new Error('A new store has no referral programme.');
    const rules = { ...program.rules, holdDays: holdDays[simulated.archetype] };
    await updateProgram(tx, created.value.id, { rules, state: 'live' });
  });
  return created.value;
}

async function connect(
  ground: DemoGround,
  { id: storeId }: Store,
): Promise<Pick<DemoStore, 'connectionId' | 'hookToken' | 'webhookSecret'>> {
  const find = async () => {
    const rows = await ground.database.withStore(storeId, (tx) => listConnections(tx, storeId));
    return rows.find(({ adapterId }) => adapterId === demoShopId) ?? null;
  };
  let row = await find();
  if (row === null) {
    const added = await addConnection(ground, storeId, {
      purpose: 'platform',
      adapterId: demoShopId,
      config: { storeId },
      webhookSecret: randomBytes(24).toString('base64url'),
    });
    if (!added.ok) throw new Error(`A demo store could not be connected: ${JSON.stringify(added.failure)}`);
    row = await find();
  }
  const [webhookSecret] = row === null ? [] : openConnection(ground.sealer, row).webhookSecrets;
  if (row === null || webhookSecret === undefined) throw new Error('A demo store has lost its shop.');
  return { connectionId: row.id, hookToken: openHookToken(ground.sealer, row), webhookSecret };
}
