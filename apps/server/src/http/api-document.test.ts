import { beforeAll, describe, expect, it } from 'vitest';

import { buildApiDocument } from '../../test-support/build-api-document.ts';
import { actions } from '../foundation/http/index.ts';

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly 'x-action'?: string;
  readonly responses: Readonly<Record<string, unknown>>;
}

let text: string;
let document: {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};

beforeAll(async () => {
  text = await buildApiDocument();
  document = JSON.parse(text) as typeof document;
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
  );

describe('the OpenAPI document', () => {
  it('refers to nothing that it does not hold', () => {
    const named = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('says of every operation what it does, what it needs, and how it refuses', () => {
    for (const [name, { summary, tags, responses, 'x-action': action }] of operations()) {
      expect(summary, name).toMatch(/\S/);
      expect(tags, name).toHaveLength(1);
      expect(actions, name).toContain(action);
      expect(responses, name).toHaveProperty('4XX');
    }
  });

  it('gives instants as date-times, never as numbers', () => {
    const wrong = [...text.matchAll(/"(\w+At)":\{"type":"(integer|number)"/g)].map(([, name]) => name);
    expect(wrong).toEqual([]);
  });
});
