import { expect, test } from 'vitest';
import { loadAdapters } from '../src/adapters.ts';
import { buildAdapterPage } from './build-adapter-page.ts';

test('docs/adapters.md says what the adapters declare; vitest -u writes it anew', async () => {
  const { platformAdapters, mailAdapters } = await loadAdapters([], { mail: [] });
  await expect(buildAdapterPage(platformAdapters, mailAdapters)).toMatchFileSnapshot('../../../docs/adapters.md');
});
