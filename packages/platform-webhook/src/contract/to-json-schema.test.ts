import { expect, test } from 'vitest';
import { toContractJsonSchema } from './to-json-schema.ts';

test.for(['minor', 'decimal'] as const)(
  'the published schema for money in %s is that of the contract',
  async (format) => {
    const schema = `${JSON.stringify(toContractJsonSchema(format), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot(`../../schema/webhook-${format}.schema.json`);
  },
);

test('the schema shows what a sender must write, by type of event', () => {
  const schema = toContractJsonSchema('minor') as { $defs: Record<string, { properties: Record<string, unknown> }> };
  expect(Object.keys(schema.$defs)).toContain('order.upserted');
  expect(schema.$defs['order.upserted']?.properties['data']).toMatchObject({
    required: expect.arrayContaining([
      'externalId',
      'placedAt',
      'updatedAt',
      'status',
      'currency',
      'totals',
    ]) as unknown,
    properties: { placedAt: { type: 'string', format: 'date-time' }, totals: { required: ['grand'] } },
  });
});
