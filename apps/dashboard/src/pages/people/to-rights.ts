export type Right = 'none' | 'read' | 'write';

/** One row of the matrix: what each role may do about one area. */
export interface AreaRights {
  readonly area: string;
  readonly rights: Readonly<Record<string, Right>>;
}

/** Everybody's own session is nobody's privilege. */
const hidden = new Set(['session']);

/**
 * What roles may do, area by area, in the order in which the first role names them.
 *
 * @example
 * toRights([{ role: 'client', actions: ['customers.read'] }]); // [{ area: 'customers', rights: { client: 'read' } }]
 */
export function toRights(
  roles: readonly { readonly role: string; readonly actions: readonly string[] }[],
): readonly AreaRights[] {
  const areas = [...new Set(roles.flatMap(({ actions }) => actions.map((action) => action.split('.')[0] ?? action)))];
  return areas
    .filter((area) => !hidden.has(area))
    .map((area) => ({
      area,
      rights: Object.fromEntries(roles.map(({ role, actions }) => [role, rightOf(area, actions)])),
    }));
}

function rightOf(area: string, actions: readonly string[]): Right {
  if (actions.includes(`${area}.write`)) return 'write';
  return actions.includes(`${area}.read`) ? 'read' : 'none';
}
