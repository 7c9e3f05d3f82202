import { readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';
import { z } from 'zod';

import { generateDashboardSchema, schemaFile } from './dashboard-schema.ts';

/** As adapters have some of their own: the API's document tells of none that its routes do not use. */
z.object({ stray: z.string() }).meta({ id: 'AStray' });

it('the dashboard is built on the API as it is: apps/dashboard/src/api/schema.d.ts is in sync', async () => {
  const [committed, generated] = await Promise.all([readFile(schemaFile, 'utf8'), generateDashboardSchema()]);
  expect(committed, 'run: node --conditions=source apps/server/test-support/dashboard-schema.ts').toBe(generated);
}, 60_000);
