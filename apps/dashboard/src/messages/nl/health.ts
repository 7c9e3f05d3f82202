import type { Messages } from '../en.ts';

/** The health page. */
export const health: Messages['health'] = {
  title: 'Conditie',
  leadGood: 'Alles is in orde.',
  leadAttention: (count) =>
    count === 1 ? 'Eén ding kan wat aandacht gebruiken.' : `${count} dingen kunnen wat aandacht gebruiken.`,
  leadBad: (count) => (count === 1 ? 'Eén ding heeft je nodig.' : `${count} dingen hebben je nodig.`),
  state: { good: 'Goed', attention: 'Bekijk', bad: 'Doe iets' },
};
