import { toPlainConnection } from './connection.ts';
import type { Resolver } from './select-fields.ts';

/** A discount with one code, as the shop keeps it. */
export interface FakeShopifyDiscount {
  readonly id: string;
  readonly kind: 'DiscountCodeBasic' | 'DiscountCodeFreeShipping';
  /** As it was typed; compared without case. */
  readonly code: string;
  /** The input it was made from, word for word. */
  readonly input: Readonly<Record<string, unknown>>;
  /** How often it was used; a test may raise it. */
  asyncUsageCount: number;
}

/** The mutations and the look-up, over what the shop has. */
export function toDiscountFields(discounts: FakeShopifyDiscount[]): {
  readonly queries: Readonly<Record<string, Resolver>>;
  readonly mutations: Readonly<Record<string, Resolver>>;
} {
  const find = (code: unknown) => discounts.find((each) => each.code.toLowerCase() === String(code).toLowerCase());
  const create = (kind: FakeShopifyDiscount['kind'], argument: string): Resolver => {
    return (args) => {
      const input = args[argument] as Readonly<Record<string, unknown>>;
      const problem = findProblem(input, find(input['code']) !== undefined);
      if (problem !== null)
        return { codeDiscountNode: null, userErrors: [{ ...problem, field: [argument, problem.field] }] };
      const number = 1_000 + discounts.length + Math.max(0, ...discounts.map(({ id }) => Number(/\d+$/.exec(id)?.[0])));
      const made: FakeShopifyDiscount = {
        id: `gid://shopify/DiscountCodeNode/${number}`,
        kind,
        code: String(input['code']),
        input,
        asyncUsageCount: 0,
      };
      discounts.push(made);
      return { codeDiscountNode: toNode(made), userErrors: [] };
    };
  };
  return {
    queries: {
      codeDiscountNodeByCode: ({ code }) => {
        const found = find(code);
        return found === undefined ? null : toNode(found);
      },
    },
    mutations: {
      discountCodeBasicCreate: create('DiscountCodeBasic', 'basicCodeDiscount'),
      discountCodeFreeShippingCreate: create('DiscountCodeFreeShipping', 'freeShippingCodeDiscount'),
      discountCodeDelete: ({ id }) => {
        const index = discounts.findIndex((each) => each.id === id);
        if (index === -1) {
          const message = 'Discount does not exist';
          return { deletedCodeDiscountId: null, userErrors: [{ field: ['id'], code: 'INVALID', message }] };
        }
        discounts.splice(index, 1);
        return { deletedCodeDiscountId: id, userErrors: [] };
      },
    },
  };
}

function toNode({ id, kind, code, input, asyncUsageCount }: FakeShopifyDiscount): object {
  return {
    id,
    codeDiscount: {
      __typename: kind,
      tags: input['tags'] ?? [],
      asyncUsageCount,
      codes: toPlainConnection([{ code }]),
    },
  };
}

interface Problem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** What Shopify refuses in words of its own, with a 200. */
function findProblem(input: Readonly<Record<string, unknown>>, isTaken: boolean): Problem | null {
  const value = (input['customerGets'] as { readonly value?: { readonly percentage?: unknown } } | undefined)?.value;
  if (isTaken) return { field: 'code', code: 'TAKEN', message: 'Code must be unique. Please try a different code.' };
  if (String(input['code'] ?? '').length > 255) return { field: 'code', code: 'TOO_LONG', message: 'Code is too long' };
  if (typeof value?.percentage === 'number' && !(value.percentage > 0 && value.percentage <= 1))
    return { field: 'customerGets', code: 'VALUE_OUTSIDE_RANGE', message: 'Value must be between 0.0 and 1.0' };
  const isBackwards = Date.parse(String(input['endsAt'])) <= Date.parse(String(input['startsAt']));
  return isBackwards ? { field: 'endsAt', code: 'END_DATE_BEFORE_START_DATE', message: 'Ends at must be after' } : null;
}
