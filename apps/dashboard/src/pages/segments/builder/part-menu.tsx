import { ArrowDown, ArrowUp, Copy, Group as GroupIcon, Trash2, Ungroup } from 'lucide-react';

import { Menu, type MenuItem } from '../../../components/menu.tsx';
import { useMessages } from '../../../messages/messages-context.ts';
import { dissolveGroup, duplicatePart, findParent, movePart, nestPart, removePart } from '../rule/edit-draft.ts';
import type { Part } from '../rule/rule-draft.ts';
import { useRuleEdits } from './rule-edits.ts';

/** What can be done with a part of the rule besides filling it in. */
export function PartMenu({ part, name }: { readonly part: Part; readonly name: string }) {
  const t = useMessages();
  const { root, change, makeId } = useRuleEdits();
  const siblings = findParent(root, part.id)?.parts ?? [];
  const remove = () => {
    change(removePart(root, part.id));
    const groupId = findParent(root, part.id)?.id ?? root.id;
    // The part is gone: the keyboard goes on where another could be added.
    requestAnimationFrame(() => document.getElementById(`add-${groupId}`)?.focus());
  };
  const dissolve: MenuItem = {
    label: t.segments.dissolve,
    icon: Ungroup,
    isDisabled: part.isNot,
    onSelect: () => change(dissolveGroup(root, part.id)),
  };
  const items: readonly MenuItem[] = [
    {
      label: t.segments.up,
      icon: ArrowUp,
      isDisabled: siblings[0]?.id === part.id,
      onSelect: () => change(movePart(root, part.id, -1)),
    },
    {
      label: t.segments.down,
      icon: ArrowDown,
      isDisabled: siblings.at(-1)?.id === part.id,
      onSelect: () => change(movePart(root, part.id, 1)),
    },
    { label: t.segments.copy, icon: Copy, onSelect: () => change(duplicatePart(root, part.id, makeId)) },
    { label: t.segments.nest, icon: GroupIcon, onSelect: () => change(nestPart(root, part.id, makeId)) },
    ...(part.kind === 'group' ? [dissolve] : []),
    { label: t.segments.remove, icon: Trash2, onSelect: remove },
  ];
  return <Menu label={`${t.segments.more}: ${name}`} items={items} />;
}
