import { listSegmentPresets, segmentExamples } from '@regulars/core/segments';
import { parseCurrency } from '@regulars/core/shared';
import { expect, it } from 'vitest';

import { en } from '../../messages/en.ts';
import { nl } from '../../messages/nl.ts';
import { nameSegment } from './name-segment.ts';

it('says the preset’s name in the viewer’s language, until somebody gives the segment a name of their own', () => {
  expect(nameSegment({ key: 'big-spenders', name: 'Big spenders' }, nl)).toBe('Grote besteders');
  expect(nameSegment({ key: 'big-spenders', name: 'VIPs' }, nl)).toBe('VIPs');
  expect(nameSegment({ key: 'mine', name: 'Buyers' }, nl)).toBe('Buyers');
});

it('knows every preset by the name it is stored with', () => {
  const presets = [...listSegmentPresets(parseCurrency('EUR')!), ...segmentExamples];
  for (const { presets: known } of [en.segments, nl.segments])
    expect(Object.fromEntries(Object.entries(known).map(([key, { written }]) => [key, written]))).toEqual(
      Object.fromEntries(presets.map(({ key, name }) => [key, name])),
    );
});
