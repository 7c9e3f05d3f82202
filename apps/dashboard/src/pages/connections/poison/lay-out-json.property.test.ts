import { jsonValue, property, assert, constantFrom } from 'fast-check';
import { expect, it } from 'vitest';

import { layOutJson } from './lay-out-json.ts';

it('any JSON is laid out as two spaces a level would, however it was spaced before', () => {
  assert(
    property(jsonValue(), constantFrom(0, 1, 7), (value, spaces) => {
      expect(layOutJson(JSON.stringify(value, null, spaces), '/a').text).toBe(JSON.stringify(value, null, 2));
    }),
  );
});
