/** What stands around charts. */
export const charts = {
  asTable: 'As a table',
  what: 'What',
  value: 'Value',
  when: 'When',
  span: 'Between',
  emptyTitle: 'Nothing to draw yet',
  emptyText: 'The chart begins with the first figures.',
};
