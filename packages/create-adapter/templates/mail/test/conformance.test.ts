import { test } from 'node:test';
import { emptyMailClauses } from '@regulars/adapter-testkit';
import { exampleShopAdapter } from '../src/index.ts';

// The empty level. When everything is written, ask for all of it: mailClauses(harness).
for (const { id, title, run } of emptyMailClauses({ adapter: exampleShopAdapter, config: {} }))
  test(`${title} (${id})`, run);
