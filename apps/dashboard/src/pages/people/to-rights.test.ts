import { expect, it } from 'vitest';

import { toRights } from './to-rights.ts';

it('tells for every area what each role may do, and leaves out one’s own session', () => {
  const roles = [
    { role: 'owner', actions: ['session.read', 'customers.read', 'customers.write', 'people.read', 'people.write'] },
    { role: 'client', actions: ['session.read', 'customers.read'] },
  ];
  expect(toRights(roles)).toEqual([
    { area: 'customers', rights: { owner: 'write', client: 'read' } },
    { area: 'people', rights: { owner: 'write', client: 'none' } },
  ]);
});
