import { describe, expect, it } from 'vitest';
import { toInstant } from '@regulars/core/shared';
import { z } from 'zod';

import { instant } from './instant.ts';

const schema = z.object({ at: instant, until: instant.nullable() });

describe('an instant on the wire', () => {
  it('goes out as ISO 8601 and comes in as an Instant', () => {
    expect(z.encode(schema, { at: toInstant(0), until: null })).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      until: null,
    });
    expect(schema.parse({ at: '2026-11-22T10:00:00+01:00', until: null })).toEqual({
      at: Date.UTC(2026, 10, 22, 9),
      until: null,
    });
  });

  it('must state its zone', () => {
    expect(schema.safeParse({ at: '2026-11-22T10:00:00', until: null }).error?.issues[0]?.message).toMatch(
      /with its zone/,
    );
  });

  it('is documented as a date-time in both directions', () => {
    for (const io of ['input', 'output'] as const) {
      expect(z.toJSONSchema(instant, { io, unrepresentable: 'any' })).toMatchObject({
        type: 'string',
        format: 'date-time',
      });
    }
  });
});
