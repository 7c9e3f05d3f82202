import { readFileSync } from 'node:fs';
import { buildSchema, NoDeprecatedCustomRule, parse, specifiedRules, validate } from 'graphql';
import { expect, test } from 'vitest';
import { documents, operations } from '../../test/operations.ts';
import { apiVersion } from '../api/operation.ts';

const file = new URL(`../../test/schema/admin-${apiVersion}.graphql`, import.meta.url);
const schema = buildSchema(readFileSync(file, 'utf8'));

test.for(documents)('$name is valid, and uses nothing that Shopify will remove', ({ text }) => {
  const problems = validate(schema, parse(text), [...specifiedRules, NoDeprecatedCustomRule]);
  expect(problems.map(({ message }) => message)).toEqual([]);
});

test('there are operations, and a wrong one is found out', () => {
  expect(operations.length).toBeGreaterThan(10);
  expect(validate(schema, parse('query X { orders(first: 1) { nodes { idd } } }'))).toHaveLength(1);
});
