import { expect, test } from 'vitest';
import { registerAdapters } from '../src/adapters.ts';
import { buildAdapterPage } from './build-adapter-page.ts';

test('docs/adapters.md says what the adapters declare; vitest -u writes it anew', async () => {
  const { platformAdapters, mailAdapters } = registerAdapters([], { mail: [] });
  await expect(buildAdapterPage(platformAdapters, mailAdapters)).toMatchFileSnapshot('../../../docs/adapters.md');
});
