import type { Messages } from '../en.ts';
/** What stands around charts. */
export const charts: Messages['charts'] = {
  asTable: 'Als tabel',
  what: 'Wat',
  value: 'Waarde',
  when: 'Wanneer',
  span: 'Tussen',
  emptyTitle: 'Nog niets te tekenen',
  emptyText: 'De grafiek begint bij de eerste cijfers.',
};
