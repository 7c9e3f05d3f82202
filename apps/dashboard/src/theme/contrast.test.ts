import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { colorPairs, least } from './color-pairs.ts';
import { parseColorTokens } from './color-tokens.ts';
import { toContrast } from './contrast.ts';

const tokens = parseColorTokens(readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8'));

describe('contrast', () => {
  it('is what WCAG says it is', () => {
    expect(toContrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(toContrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(toContrast('#1f6f54', '#1f6f54')).toBe(1);
  });
});

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(colorPairs)('lets $front be told from $back ($kind)', ({ front, back, kind }) => {
    const [a, b] = [tokens.get(front), tokens.get(back)];
    if (a === undefined || b === undefined) throw new Error(`tokens.css has no ${a === undefined ? front : back}.`);
    expect(toContrast(a[theme], b[theme])).toBeGreaterThanOrEqual(least[kind]);
  });
});
