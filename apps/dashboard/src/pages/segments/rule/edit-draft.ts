import { createGroup, type Group, type MakeId, type Part } from './rule-draft.ts';

/** Puts what `change` makes of the part in its place; nothing else changes. The outermost group stays a group. */
function replacePart(group: Group, id: string, change: (part: Part) => readonly Part[]): Group {
  return {
    ...group,
    parts: group.parts.flatMap((part): readonly Part[] => {
      if (part.id === id) return change(part);
      return part.kind === 'group' ? [replacePart(part, id, change)] : [part];
    }),
  };
}

export function updatePart(root: Group, changed: Part): Group {
  if (changed.id === root.id) return changed.kind === 'group' ? changed : root;
  return replacePart(root, changed.id, () => [changed]);
}

export function addPart(root: Group, groupId: string, part: Part): Group {
  const add = (group: Group): Group => ({ ...group, parts: [...group.parts, part] });
  if (root.id === groupId) return add(root);
  return replacePart(root, groupId, (found) => [found.kind === 'group' ? add(found) : found]);
}

export function removePart(root: Group, id: string): Group {
  return replacePart(root, id, () => []);
}

/** A copy below the original, with names of its own. */
export function duplicatePart(root: Group, id: string, makeId: MakeId): Group {
  const copy = (part: Part): Part =>
    part.kind === 'group' ? { ...part, id: makeId(), parts: part.parts.map(copy) } : { ...part, id: makeId() };
  return replacePart(root, id, (part) => [part, copy(part)]);
}

/** Up (-1) or down (1) within its group; at the edge it stays. */
export function movePart(root: Group, id: string, by: -1 | 1): Group {
  const from = root.parts.findIndex((part) => part.id === id);
  if (from < 0)
    return { ...root, parts: root.parts.map((part) => (part.kind === 'group' ? movePart(part, id, by) : part)) };
  const to = from + by;
  const [moved, other] = [root.parts[from], root.parts[to]];
  if (moved === undefined || other === undefined) return root;
  return { ...root, parts: root.parts.with(from, other).with(to, moved) };
}

/** Puts a part into a group of its own, joined the other way than its surroundings: what one nests for. */
export function nestPart(root: Group, id: string, makeId: MakeId): Group {
  const parent = findParent(root, id);
  return replacePart(root, id, (part) => [createGroup(makeId(), parent?.join === 'all' ? 'any' : 'all', [part])]);
}

/** Lets a group's parts stand where it stood. A negated group stays: without it they would say the opposite. */
export function dissolveGroup(root: Group, id: string): Group {
  return replacePart(root, id, (part) => (part.kind === 'group' && !part.isNot ? part.parts : [part]));
}

export function findParent(group: Group, id: string): Group | null {
  if (group.parts.some((part) => part.id === id)) return group;
  for (const part of group.parts) {
    const found = part.kind === 'group' ? findParent(part, id) : null;
    if (found !== null) return found;
  }
  return null;
}
