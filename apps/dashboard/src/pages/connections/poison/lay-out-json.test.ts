import { describe, expect, it } from 'vitest';

import { layOutJson } from './lay-out-json.ts';

const order = '{"id":7,"totals":{"grand":"19.90","tax":[1.50,{}]},"lines":[]}';
const marked = (source: string, pointer: string | null) => {
  const { text, mark, isThere } = layOutJson(source, pointer);
  return [mark === null ? null : text.slice(mark.start, mark.end), isThere];
};

describe('a body that is JSON', () => {
  it('has a line for each value', () => {
    expect(layOutJson(order, null).text).toBe(`{
  "id": 7,
  "totals": {
    "grand": "19.90",
    "tax": [
      1.50,
      {}
    ]
  },
  "lines": []
}`);
  });

  it('keeps every number and letter as it was written', () => {
    const odd = '[12345678901234567890,1.10,1E3,"a\\u00e9\\"{,:}"]';
    expect(layOutJson(odd, null).text.replaceAll(/\n */g, '')).toBe(odd);
    expect(layOutJson(' "word" ', null).text).toBe('"word"');
  });

  it('does not grow beyond measure however deep it is', () => {
    const deep = 2_000;
    const { text } = layOutJson('['.repeat(deep) + ']'.repeat(deep), null);
    expect(text.length).toBeLessThan(deep * 2 * 50);
  });

  it('is laid out once more without a change', () => {
    const { text } = layOutJson(order, null);
    expect(layOutJson(text, null).text).toBe(text);
  });
});

describe('the place at fault', () => {
  it('is marked with its name', () => {
    expect(marked(order, '/totals/grand')).toEqual(['"grand": "19.90"', true]);
    expect(marked(order, '/totals/tax/0')).toEqual(['1.50', true]);
    expect(marked(order, '/totals/tax')).toEqual(['"tax": [\n      1.50,\n      {}\n    ]', true]);
    expect(marked(order, '/lines')).toEqual(['"lines": []', true]);
  });

  it('that is missing is told by the line of what it should stand in', () => {
    expect(marked(order, '/totals/currency')).toEqual(['"totals": {', false]);
    expect(marked(order, '/lines/0/name')).toEqual(['"lines": [', false]);
    expect(marked(order, '/id/number')).toEqual(['"id": 7', false]);
  });

  it('is not marked where it is the whole, or nowhere', () => {
    for (const pointer of [null, '', '/customer']) expect(marked(order, pointer)).toEqual([null, false]);
  });

  it('is found by a key that holds a slash or a tilde, and by no key that only ends alike', () => {
    expect(marked('{"a/b":{"~":1}}', '/a~1b/~0')).toEqual(['"~": 1', true]);
    expect(marked('{"x":{"id":1},"id":2}', '/id')).toEqual(['"id": 2', true]);
  });

  it('is found in the part that was cut from a batch, though its pointer leads through the batch', () => {
    expect(marked('{"type":"order.upserted","data":{"grand":1}}', '/events/3/data/grand')).toEqual([
      '"grand": 1',
      true,
    ]);
  });
});

it('a body that is not JSON stays as it is', () => {
  expect(layOutJson('{"cut":', '/cut')).toEqual({ text: '{"cut":', mark: null, isThere: false });
});
