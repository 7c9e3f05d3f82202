import { describe, expect, it } from 'vitest';

import type { HealthCheck } from '../../api/health.ts';
import { createFormats } from '../../formats/formats.ts';
import { en } from '../../messages/en.ts';
import { nl } from '../../messages/nl.ts';
import { sentenceOf } from './sentence-of.ts';

const formats = createFormats('nl-NL');
const stores = [{ id: 's1', name: 'Bergtop' }];
const check: HealthCheck = {
  name: 'store',
  storeId: 's1',
  state: 'attention',
  code: 'deliveries.poison',
  values: { count: 1_200 },
  sentence: 'Bergtop: 1200 deliveries could not be used.',
};

describe('the sentence of a check', () => {
  it('is the server’s own in English', () => {
    expect(sentenceOf(check, stores, en.health, formats)).toBe(check.sentence);
  });

  it('is said in Dutch by its code, with its figures as the viewer writes them', () => {
    expect(sentenceOf(check, stores, nl.health, formats)).toMatch(/^Bergtop: 1\.200 leveringen waren/);
    expect(sentenceOf({ ...check, values: { count: 1 } }, stores, nl.health, formats)).toContain('1 levering was');
  });

  it('is the server’s own when its code is not known', () => {
    expect(sentenceOf({ ...check, code: 'moon.full' }, stores, nl.health, formats)).toBe(check.sentence);
  });
});
