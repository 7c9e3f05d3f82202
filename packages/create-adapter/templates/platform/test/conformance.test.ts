import { test } from 'node:test';
import { emptyPlatformClauses } from '@regulars/adapter-testkit';
import { exampleShopAdapter } from '../src/index.ts';

// The empty level. When everything is written, ask for all of it: platformClauses(harness).
for (const { id, title, run } of emptyPlatformClauses({ adapter: exampleShopAdapter, config: {} }))
  test(`${title} (${id})`, run);
