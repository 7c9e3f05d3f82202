import { describe, expect, it } from 'vitest';

import { findCommands, firstOfEach, gatherGroups } from './find-commands.ts';

const commands = [
  { id: 'referrals', label: 'Referrals & rewards' },
  { id: 'customers', label: 'Customers', words: 'buyers people' },
  { id: 'cafe', label: 'Café Custódia' },
  { id: 'dark', label: 'Dark', words: 'theme colours' },
];
const idsOf = (typed: string) => findCommands(commands, typed).map(({ id }) => id);

describe('commands', () => {
  it('are all there while nothing is typed', () => {
    expect(idsOf('  ')).toEqual(['referrals', 'customers', 'cafe', 'dark']);
  });

  it('are found by any part of a word, the beginnings first', () => {
    expect(idsOf('cust')).toEqual(['customers', 'cafe']);
    expect(idsOf('ard')).toEqual(['referrals']);
  });

  it('are found by other words for them, and without accents', () => {
    expect(idsOf('people')).toEqual(['customers']);
    expect(idsOf('cafe custodia')).toEqual(['cafe']);
  });

  it('need every word that is typed', () => {
    expect(idsOf('dark theme')).toEqual(['dark']);
    expect(idsOf('dark mode')).toEqual([]);
  });

  it('are a few of each group once there are many', () => {
    const found = ['segments', 'stores', 'segments', 'segments', 'stores'].map((group, at) => ({ group, at }));
    expect(firstOfEach(found, 2).map(({ at }) => at)).toEqual([0, 1, 2, 4]);
  });

  it('stand together by group, the group of the best one first', () => {
    const found = ['pages', 'stores', 'pages', 'customers', 'stores'].map((group, at) => ({ group, at }));
    expect(gatherGroups(found).map(({ at }) => at)).toEqual([0, 2, 1, 4, 3]);
  });
});
