import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSegmentRule } from '@regulars/core/segments';

import { createIds } from './create-ids.ts';
import { euros } from './draft-samples.ts';
import {
  addPart,
  dissolveGroup,
  duplicatePart,
  findParent,
  movePart,
  nestPart,
  removePart,
  updatePart,
} from './edit-draft.ts';
import {
  createGroup,
  createQuestion,
  fieldKinds,
  withField,
  type Group,
  type Part,
  type Question,
  type RuleField,
} from './rule-draft.ts';
import { toDraft } from './to-draft.ts';
import { toRule } from './to-rule.ts';

const listParts = (part: Part): readonly Part[] =>
  part.kind === 'group' ? [part, ...part.parts.flatMap(listParts)] : [part];

/** Something to do to the part that `at` points to, whatever part that is by then. */
const edits = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom(
    'add',
    'addGroup',
    'remove',
    'duplicate',
    'up',
    'down',
    'nest',
    'dissolve',
    'negate',
    'field',
    'value',
  ),
  field: fc.constantFrom(...(Object.keys(fieldKinds) as RuleField[])),
  text: fc.constantFrom('', '0', '3', '12.50', '-1', '2026-01-31', '2026-02-30', 'three'),
  list: fc.subarray(['NL', 'BE', 'DE']),
});
type Edit = typeof edits extends fc.Arbitrary<infer Value> ? Value : never;

/** Countries are capitals; categories, as the store suggests them, are small letters. */
const spell = (list: readonly string[], field: RuleField) =>
  field === 'country' ? list : list.map((value) => value.toLowerCase());

function apply(root: Group, edit: Edit, makeId: () => string): Group {
  const all = listParts(root);
  const part = all[edit.at % all.length] ?? root;
  const groupId = part.kind === 'group' ? part.id : (findParent(root, part.id)?.id ?? root.id);
  switch (edit.kind) {
    case 'add':
      return addPart(root, groupId, createQuestion(makeId()));
    case 'addGroup':
      return addPart(root, groupId, createGroup(makeId(), 'any', [createQuestion(makeId())]));
    case 'remove':
      return removePart(root, part.id);
    case 'duplicate':
      return all.length > 60 ? root : duplicatePart(root, part.id, makeId);
    case 'up':
      return movePart(root, part.id, -1);
    case 'down':
      return movePart(root, part.id, 1);
    case 'nest':
      return nestPart(root, part.id, makeId);
    case 'dissolve':
      return dissolveGroup(root, part.id);
    case 'negate':
      return updatePart(root, { ...part, isNot: !part.isNot });
    case 'field':
      return part.kind === 'question' ? updatePart(root, withField(part, edit.field)) : root;
    case 'value':
      return part.kind === 'question'
        ? updatePart(root, { ...part, text: edit.text, list: spell(edit.list, part.field) })
        : root;
    default:
      return root;
  }
}

describe('editing a rule, whatever is done in whatever order', () => {
  it('keeps a tree in which every part has one name of its own, and the outermost is the same group', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 60 }), (sequence) => {
        const makeId = createIds();
        let root = createGroup(makeId(), 'all', [createQuestion(makeId())]);
        const rootId = root.id;
        for (const edit of sequence) {
          root = apply(root, edit, makeId);
          const ids = listParts(root).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(root).toMatchObject({ kind: 'group', id: rootId });
        }
      }),
    );
  });

  it('writes a rule core takes, or names a part that stands in the tree', () => {
    let rules = 0;
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 40 }), (sequence) => {
        const makeId = createIds();
        let root = createGroup(makeId(), 'all', [createQuestion(makeId())]);
        for (const edit of sequence) root = apply(root, edit, makeId);
        const { rule, problems, places } = toRule(root, euros);
        const ids = new Set(listParts(root).map(({ id }) => id));
        for (const id of [...problems.keys(), ...places.values()]) expect(ids).toContain(id);
        expect(problems.size > 0).toBe(rule === null);
        if (rule === null) return;
        rules += 1;
        expect(parseSegmentRule(rule)).toEqual({ ok: true, value: rule });
        expect(toRule(toDraft(rule, euros, makeId), euros).rule, 'comes back as it was').toEqual(rule);
      }),
      { numRuns: 500 },
    );
    expect(rules).toBeGreaterThan(50);
  });

  it('moves, nests and dissolves without losing a question', () => {
    const names = (root: Group) =>
      listParts(root)
        .filter((part): part is Question => part.kind === 'question')
        .map(({ id }) => id)
        .toSorted();
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 30 }), (sequence) => {
        const makeId = createIds();
        let root = createGroup(makeId(), 'all', [createQuestion(makeId()), createQuestion(makeId())]);
        for (const edit of sequence) {
          const keeping = ['up', 'down', 'nest', 'dissolve', 'negate'].includes(edit.kind);
          const before = names(root);
          root = apply(root, edit, makeId);
          if (keeping) expect(names(root)).toEqual(before);
        }
      }),
    );
  });
});
