import { problem } from '../foundation/errors/index.ts';
import type { Action } from '../foundation/http/index.ts';
import { allowedActions } from './authorization.ts';
import { accessErrors } from './errors.ts';
import type { Role } from './roles.ts';

/**
 * Throws `access.forbidden` unless one may do all that somebody in this role may: nobody makes, changes, takes out or gets
 * the password of a person with more rights than their own, as a key made for people alone could otherwise.
 */
export function requireRightsOf(role: Role, mayDo: ReadonlySet<Action>): void {
  if ([...allowedActions[role]].some((action) => !mayDo.has(action)))
    throw problem(accessErrors, 'access.forbidden', 'They may do more than you.');
}
