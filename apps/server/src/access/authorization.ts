import { actions, type Action } from '../foundation/http/index.ts';
import type { Role } from './roles.ts';

/** Rights over people, who belong to the whole instance: of no use to whoever is limited to some stores. */
export const peopleActions: ReadonlySet<Action> = new Set(['people.read', 'people.write']);

const reading = actions.filter(
  (action) => action.endsWith('.read') && action !== 'keys.read' && !peopleActions.has(action),
);

/** Who may do what: the only place where it is decided. */
export const allowedActions: Readonly<Record<Role, ReadonlySet<Action>>> = {
  owner: new Set(actions),
  marketer: new Set<Action>([
    ...reading,
    'customers.write',
    'segments.write',
    'cases.write',
    'sequences.write',
    'messages.write',
    'referrals.write',
    'rewards.write',
  ]),
  developer: new Set<Action>([
    ...reading,
    'keys.read',
    'keys.write',
    'stores.write',
    'connections.write',
    'deliveries.write',
    'orders.write',
    'customers.write',
    'segments.write',
    'cases.write',
    'sequences.write',
    'messages.write',
  ]),
  client: new Set<Action>([
    'session.read',
    'stores.read',
    'customers.read',
    'orders.read',
    'segments.read',
    'cases.read',
    'sequences.read',
    'messages.read',
    'referrals.read',
    'rewards.read',
  ]),
};
