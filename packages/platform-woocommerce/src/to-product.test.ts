import { parseInstant } from '@regulars/core/shared';
import { describe, expect, test } from 'vitest';
import { eventsOf, parse, parseRecording } from '../test/parse.ts';
import { readAnswer, readBody } from '../test/recordings.ts';

describe('customers and products', () => {
  test('a recorded customer comes out whole', () => {
    expect(eventsOf(parseRecording('customer.updated.json'))).toEqual([
      {
        kind: 'customerUpserted',
        customer: {
          externalId: '2',
          email: 'Anna.Mueller@Example.Test',
          phone: '+49 221 1',
          firstName: 'Anna',
          lastName: 'Müller',
          locale: null,
          consent: null,
          createdAt: parseInstant('2026-11-22T00:55:25Z'),
          updatedAt: parseInstant('2026-11-22T00:55:29Z'),
          country: 'DE',
          tags: [],
        },
      },
    ]);
  });

  test('an account that nobody changed is as old as it is', () => {
    const untouched = { ...readBody('customer.created.json'), date_modified_gmt: null };
    expect(eventsOf(parse('customer.created', untouched))).toMatchObject([
      { customer: { updatedAt: parseInstant('2026-11-22T00:55:25Z') } },
    ]);
  });

  test('a recorded product comes out whole', () => {
    expect(eventsOf(parseRecording('product.updated.json'))).toEqual([
      {
        kind: 'productUpserted',
        product: {
          externalId: '14',
          title: 'Plain T-Shirt v2',
          url: 'https://localhost:8443/product/plain-t-shirt/',
          imageUrl: null,
          categories: ['Kurse'],
          tags: [],
          priceMinor: 2750,
          currency: 'EUR',
          isDigital: false,
          isAvailable: true,
          updatedAt: parseInstant('2026-11-22T00:55:21Z'),
        },
      },
    ]);
  });

  test('a category is named in plain text, which WordPress encodes', () => {
    expect(eventsOf(parse('product.created', readAnswer('rest-product-create-download.json')))).toMatchObject([
      { product: { categories: ['E-Books & Guides'], isDigital: true, priceMinor: 1490 } },
    ]);
  });

  test.for([
    ['unpublished', { status: 'draft' }],
    ['sold out', { stock_status: 'outofstock' }],
  ] as const)('a product that is %s is not available', ([, changes]) => {
    expect(eventsOf(parse('product.updated', { ...readBody('product.updated.json'), ...changes }))).toMatchObject([
      { product: { isAvailable: false } },
    ]);
  });
});
