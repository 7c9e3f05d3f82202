import { describe, expect, it } from 'vitest';
import { parseSegmentRule, segmentFields, segmentRuleLimits, type SegmentRule } from '@regulars/core/segments';

import { createIds } from './create-ids.ts';
import { euros } from './draft-samples.ts';
import { nestPart } from './edit-draft.ts';
import {
  comparisons,
  createGroup,
  createQuestion,
  fieldKinds,
  ruleLimits,
  withField,
  type Question,
} from './rule-draft.ts';
import { toDraft } from './to-draft.ts';
import { toRule } from './to-rule.ts';

describe('the fields of the builder', () => {
  it('are those of core, each comparison one that core knows, within the limits of core', () => {
    expect(Object.keys(fieldKinds).toSorted()).toEqual([...segmentFields].toSorted());
    expect(ruleLimits).toMatchObject(segmentRuleLimits);
    const texts = {
      count: '3',
      share: '50',
      money: '12.50',
      day: '2026-01-31',
      days: '7',
      age: '90',
      flag: '',
      country: '',
      product: '',
      category: '',
    };
    for (const field of segmentFields) {
      const kind = fieldKinds[field];
      for (const is of comparisons[kind]) {
        const question = { ...withField(createQuestion('q'), field), is, text: texts[kind], list: ['NL'] };
        const list = kind === 'category' ? ['tea'] : ['NL'];
        const { rule } = toRule(createGroup('g', 'all', [{ ...question, list }]), euros);
        expect(parseSegmentRule(rule), `${field} ${is}`).toMatchObject({ ok: true });
      }
    }
  });
});

describe('a rule that is written', () => {
  const write = (change: Partial<Question>) =>
    toRule(createGroup('g', 'all', [{ ...createQuestion('q'), ...change }]), euros);

  it.for<[Partial<Question>, string]>([
    [{ text: '1.5' }, 'count'],
    [{ text: '' }, 'count'],
    [{ field: 'netSpentMinor', text: '12.505' }, 'money'],
    [{ field: 'netSpentMinor', text: 'much' }, 'money'],
    [{ field: 'probabilityAlive', is: 'lessThan', text: '100.5' }, 'share'],
    [{ field: 'nextPurchaseInDays', is: 'within', text: '-3' }, 'days'],
    [{ field: 'lastPurchaseDaysAgo', is: 'moreThan', text: '1.5' }, 'days'],
    [{ field: 'lastPurchaseAt', is: 'before', text: '2026-02-30' }, 'day'],
    [{ field: 'country', is: 'oneOf', list: [] }, 'noValues'],
  ])('is refused for %j: %s', ([change, problem]) => {
    expect([...write(change).problems]).toEqual([['q', problem]]);
  });

  it('means a share by a percentage, to the last digit of it', () => {
    for (const [text, value] of [
      ['50', 0.5],
      ['7', 0.07],
      ['33.3', 0.333],
      ['100', 1],
      ['0', 0],
    ] as const) {
      const { rule } = write({ field: 'probabilityAlive', is: 'lessThan', text });
      expect(rule).toMatchObject({ value });
      expect(rule === null ? null : toDraft(rule, euros, createIds()).parts[0]).toMatchObject({ text });
    }
  });

  it('means money of the store’s currency and the day that begins in the store', () => {
    expect(write({ field: 'netSpentMinor', text: '500' }).rule).toMatchObject({ value: 50_000 });
    expect(write({ field: 'lastPurchaseAt', is: 'before', text: '2026-07-01' }).rule).toMatchObject({
      value: '2026-06-30T22:00:00.000Z',
    });
  });

  it('keeps an instant within a day, which no day field can say', () => {
    const rule: SegmentRule = { field: 'lastPurchaseAt', is: 'before', value: '2026-07-01T12:34:56Z' };
    expect(toRule(toDraft(rule, euros, createIds()), euros).rule).toEqual(rule);
  });

  it('is refused as a whole when it is too deep or too large, and an empty group is', () => {
    const makeId = createIds();
    let deep = createGroup('root', 'all', [createQuestion('q')]);
    for (let level = 0; level < 9; level += 1) deep = nestPart(deep, 'q', makeId);
    expect([...toRule(deep, euros).problems.values()]).toEqual(['tooDeep']);
    const large = createGroup(
      'root',
      'any',
      Array.from({ length: 100 }, () => createQuestion(makeId())),
    );
    expect([...toRule(large, euros).problems]).toEqual([['root', 'tooLarge']]);
    expect([...toRule(createGroup('root', 'all', []), euros).problems]).toEqual([['root', 'emptyGroup']]);
  });

  it('knows which part stands at which place, through `not`', () => {
    const root = createGroup('root', 'all', [
      createQuestion('a'),
      { ...createGroup('g', 'any', [createQuestion('b'), createQuestion('c')]), isNot: true },
    ]);
    expect([...toRule(root, euros).places]).toEqual([
      ['', 'root'],
      ['/all/0', 'a'],
      ['/all/1', 'g'],
      ['/all/1/not', 'g'],
      ['/all/1/not/any/0', 'b'],
      ['/all/1/not/any/1', 'c'],
    ]);
  });
});
