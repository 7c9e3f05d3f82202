import { describe, expect, test } from 'vitest';
import { parseSegmentRule } from './parse-segment-rule.ts';
import { segmentRuleLimits } from './segment-rule.ts';

const leaf = { field: 'orderCount', is: 'atLeast', value: 3 };

function pathsOf(input: unknown): readonly string[] {
  const parsed = parseSegmentRule(input);
  return parsed.ok ? [] : parsed.failure.map(({ path }) => path);
}

describe('parseSegmentRule', () => {
  test.for<[unknown, string[]]>([
    [null, ['']],
    [[leaf], ['']],
    [{}, ['/field']],
    [{ field: 'age', is: 'atLeast', value: 3 }, ['/field']],
    [{ all: [] }, ['/all']],
    [{ all: leaf }, ['/all']],
    [{ all: [leaf], any: [leaf] }, ['']],
    [{ all: [leaf, { ...leaf, value: 'three' }, { ...leaf, is: 'contains' }] }, ['/all/1/value', '/all/2/is']],
    [{ not: { field: 'country', is: 'oneOf', value: ['NL', 'nl'] } }, ['/not/value/1']],
    [{ field: 'lastPurchaseAt', is: 'before', value: '2026-01-01' }, ['/value']],
    [{ field: 'orderCount', is: 'atLeast', value: -1 }, ['/value']],
    [{ ...leaf, note: 'x' }, ['']],
  ])('%j is refused at %j', ([input, paths]) => {
    expect(pathsOf(input)).toEqual(paths);
  });

  test('names every trouble with a code and what would be right', () => {
    expect(parseSegmentRule({ field: 'country', is: 'oneOf', value: ['Holland'] })).toEqual({
      ok: false,
      failure: [
        {
          code: 'segment.rule_invalid',
          path: '/value/0',
          message: 'must be a country code of two capital letters, e.g. NL',
        },
      ],
    });
  });

  test('writes categories in lower case, as facts have them', () => {
    const parsed = parseSegmentRule({ field: 'boughtCategory', is: 'anyOf', value: [' Tea '] });
    expect(parsed).toEqual({ ok: true, value: { field: 'boughtCategory', is: 'anyOf', value: ['tea'] } });
  });

  test('refuses a rule that is too deep, however deep, without following it', () => {
    let rule: unknown = leaf;
    for (let depth = 0; depth < 100_000; depth += 1) rule = { not: rule };
    expect(pathsOf(rule)).toEqual(['/not'.repeat(segmentRuleLimits.depth)]);
  });

  test('refuses a rule of too many parts once', () => {
    const parsed = parseSegmentRule({ any: Array.from({ length: 100_000 }, () => leaf) });
    expect(parsed.ok ? [] : parsed.failure.map(({ code }) => code)).toEqual(['segment.rule_too_large']);
  });
});
