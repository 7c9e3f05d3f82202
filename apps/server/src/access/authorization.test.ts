import { describe, expect, it } from 'vitest';

import { actions } from '../foundation/http/index.ts';
import { allowedActions } from './authorization.ts';
import { roleSchema } from './roles.ts';

describe('the table of rights', () => {
  it('lets an owner do everything', () => {
    expect([...allowedActions.owner].sort()).toEqual([...actions].sort());
  });

  it('lets a client look and change nothing', () => {
    expect([...allowedActions.client].filter((action) => !action.endsWith('.read'))).toEqual([]);
  });

  it('keeps people to owners, and keys and connections from marketers', () => {
    const holders = (action: (typeof actions)[number]) =>
      roleSchema.options.filter((role) => allowedActions[role].has(action));
    expect(holders('people.write')).toEqual(['owner']);
    expect(holders('keys.write')).toEqual(['owner', 'developer']);
    expect(holders('connections.write')).toEqual(['owner', 'developer']);
    expect(holders('health.read')).toEqual(['owner', 'marketer', 'developer']);
  });

  it('lets nobody write what they cannot read', () => {
    for (const role of roleSchema.options) {
      for (const action of allowedActions[role]) {
        const reading = action.replace(/\.write$/, '.read');
        expect([...allowedActions[role]], `${role} has ${action}`).toContain(reading);
      }
    }
  });
});
