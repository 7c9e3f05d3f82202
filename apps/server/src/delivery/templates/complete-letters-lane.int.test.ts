import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { playbookTemplates } from '@regulars/core/sequences';
import type { StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../../test-support/start-delivery-world.ts';
import { createCompleteLettersLane } from './complete-letters-lane.ts';
import { saveTemplate } from './save-template.ts';
import type { TemplateCompiler } from './template-compiler.ts';
import { listTemplates } from './template-repository.ts';

let world: DeliveryWorld;
let storeId: StoreId;
beforeAll(async () => {
  world = await startDeliveryWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  storeId = await world.openStore();
});

/** The store as it was made before there was German. */
const forgetGerman = () =>
  world.inStore(storeId, (tx) =>
    sql`delete from template_version where store_id = ${storeId} and locale = 'de'`.execute(tx),
  );
/** What a process does for this store that starts with the playbook of today. */
const startAnew = (compiler: TemplateCompiler = world.compiler) =>
  createCompleteLettersLane({ ...world, compiler, templates: playbookTemplates }).work(storeId);
const germanKeys = async () =>
  (await world.inStore(storeId, (tx) => listTemplates(tx, storeId)))
    .filter(({ locale }) => locale === 'de')
    .map(({ key }) => key);
const allKeys = [...new Set(playbookTemplates.map(({ key }) => key))].sort();
const write = async (key: string, locale: string) => {
  const saved = await saveTemplate(world, storeId, { key, locale, subject: 'Ours', preheader: 'Ours', body: 'Ours.' });
  expect(saved.ok).toBe(true);
};

it('a store from before a language gets its letters, and writes to its customers in it from then on', async () => {
  await forgetGerman();
  const lena = await world.addCustomer(storeId, { locale: 'de_AT' });
  await world.plan(storeId, lena);
  await world.send.work(storeId);
  expect(await startAnew()).toBe(allKeys.length);
  expect(await germanKeys()).toEqual(allKeys);
  await world.plan(storeId, lena, { templateKey: 'thank-you', purpose: 'transactional' });
  await world.send.work(storeId);
  const mails = await world.mailbox(storeId);
  expect(mails.map(({ subject }) => subject).sort()).toEqual(['Danke für Ihre Bestellung', 'How is it going?']);
});

it.each([
  ['changed', 'en'],
  ['written in a language of its own', 'fr'],
])('a letter the store has %s gets no other of ours beside it', async (_how, locale) => {
  await forgetGerman();
  await write('check-in', locale);
  expect(await startAnew()).toBe(allKeys.length - 1);
  expect(await germanKeys()).toEqual(allKeys.filter((key) => key !== 'check-in'));
});

it('a letter the store has written in that language itself stays as it is', async () => {
  await forgetGerman();
  await write('check-in', 'de');
  await startAnew();
  const letters = await world.inStore(storeId, (tx) => listTemplates(tx, storeId));
  expect(letters.find(({ key, locale }) => key === 'check-in' && locale === 'de')).toMatchObject({
    version: 1,
    source: { subject: 'Ours' },
  });
});

it('processes that start at the same moment give each letter once', async () => {
  await forgetGerman();
  let waiting = 3;
  const gate = Promise.withResolvers<void>();
  // Each has seen what is lacking before any of them writes.
  const compile: TemplateCompiler['compile'] = async (templates) => {
    waiting -= 1;
    if (waiting === 0) gate.resolve();
    await gate.promise;
    return world.compiler.compile(templates);
  };
  const counts = await Promise.all([1, 2, 3].map(() => startAnew({ compile })));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(allKeys.length);
  const letters = await world.inStore(storeId, (tx) => listTemplates(tx, storeId));
  expect(letters.every(({ version }) => version === 1)).toBe(true);
});

it('a store is looked at once a process, and one that lacks nothing is given nothing', async () => {
  const lane = createCompleteLettersLane({ ...world, templates: playbookTemplates });
  const due = () => world.inStore(storeId, (tx) => lane.listDueStores(tx));
  expect(await due()).toContain(storeId);
  expect(await lane.work(storeId)).toBe(0);
  expect(await due()).not.toContain(storeId);
});
