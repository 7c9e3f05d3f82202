import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classifyBounce } from './classify-bounce.ts';

const file = new URL('../../test/bounces/corpus.tsv', import.meta.url);
const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
const corpus = lines.map((line) => {
  const [part = '', kind = '', duration = '', maySuppress = '', source = '', license = '', text = ''] =
    line.split('\t');
  const bounce = classifyBounce({ text });
  const isRight =
    bounce.kind === kind &&
    bounce.isPermanent === (duration === 'permanent') &&
    bounce.maySuppress === (maySuppress === 'yes');
  return { part, kind, duration, maySuppress, source, license, text, bounce, isRight };
});
const rightShare = (cases: typeof corpus) => cases.filter(({ isRight }) => isRight).length / cases.length;
const wrong = (cases: typeof corpus) =>
  cases.filter(({ isRight }) => !isRight).map(({ text, kind, duration, bounce }) => ({ text, kind, duration, bounce }));

describe('the corpus of real bounce texts', () => {
  it('has at least 200 texts, 60 of them labeled after the first rules stood, each with its source and license', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(200);
    expect(new Set(corpus.map(({ text }) => text)).size).toBe(corpus.length);
    expect(corpus.filter(({ part }) => part.startsWith('fresh')).length).toBeGreaterThanOrEqual(60);
    expect(corpus.every(({ text, source, license }) => text !== '' && source !== '' && license !== '')).toBe(true);
  });

  it('is classed at least 97 % right: kind, duration, and whether the person may be suppressed', () => {
    expect(rightShare(corpus), JSON.stringify(wrong(corpus), null, 1)).toBeGreaterThanOrEqual(0.97);
  });

  it('suppresses nobody for policy (x.7.x), and for nothing that its reader would not', () => {
    for (const { text, bounce, maySuppress } of corpus) {
      if (/(?<![\d.])[45]\.7\.\d/.test(text)) expect(bounce.maySuppress, text).toBe(false);
      if (maySuppress === 'no') expect(bounce.maySuppress, text).toBe(false);
    }
  });

  it('takes no temporary answer for a bounce', () => {
    for (const { text, duration, bounce } of corpus) {
      if (duration === 'temporary') expect(bounce, text).toMatchObject({ isPermanent: false, maySuppress: false });
    }
  });
});
