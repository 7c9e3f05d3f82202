import { defineRule, isTest, resolveRelative, visitImports } from './rule.ts';

const server = 'apps/server/src/';

/** Left to right: a room knows the rooms to its left, by their doors, and none to its right. */
const rooms = [
  'foundation',
  'stores',
  'access',
  'intake',
  'customers',
  'sync',
  'segments',
  'cases',
  'sequences',
  'delivery',
  'referrals',
  'rewards',
  'offers',
  'experiments',
  'reports',
];

/** Every room stands on foundation, which is not one of them and needs no door. */
export const roomDirection = defineRule((file, report) => {
  const own = roomOf(file);
  if (own === null || isTest(file)) return {};
  return visitImports((specifier, node) => {
    const target = resolveRelative(file, specifier);
    if (target === null || !target.startsWith(server)) return;
    const other = roomOf(target);
    if (other === null) {
      report(
        node,
        `${own} may not import ${target}: only what stands on top of the rooms (main, cli, http, composition) may.`,
      );
      return;
    }
    if (other === own || other === 'foundation') return;
    if (rooms.indexOf(other) > rooms.indexOf(own)) {
      report(node, `${own} may not import ${other}, a room to its right: emit an event that ${other} consumes.`);
    } else if (!target.startsWith(`${server}${other}/door.`)) {
      report(node, `${own} enters ${other} by ${other}/door.ts only.`);
    }
  });
});

function roomOf(file: string): string | null {
  if (!file.startsWith(server)) return null;
  const [folder = ''] = file.slice(server.length).split('/');
  return rooms.includes(folder) ? folder : null;
}
