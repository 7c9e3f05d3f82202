import { describe, expect, it } from 'vitest';

import { mayEverywhere } from './may-everywhere.ts';

describe('what concerns the whole instance', () => {
  const actions = ['stores.read', 'stores.write'];

  it('is for whoever has the right and sees every store', () => {
    expect(mayEverywhere({ actions, storeIds: null }, 'stores.write')).toBe(true);
    expect(mayEverywhere({ actions: ['stores.read'], storeIds: null }, 'stores.write')).toBe(false);
  });

  it('is not for whoever is limited to some stores, as the server refuses them', () => {
    expect(mayEverywhere({ actions, storeIds: ['one'] }, 'stores.write')).toBe(false);
    expect(mayEverywhere({ actions, storeIds: [] }, 'stores.write')).toBe(false);
  });
});
