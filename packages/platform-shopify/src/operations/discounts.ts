import { z } from 'zod';
import { defineOperation } from '../api/operation.ts';
import { userErrors } from './fields.ts';

/** What is kept with a code; other kinds of discounts than ours tell less. */
const discount = z.object({
  tags: z.array(z.string()).optional().default([]),
  asyncUsageCount: z.int().nonnegative().optional().default(0),
  codes: z.object({ nodes: z.array(z.object({ code: z.string() })) }).optional(),
});

const discountNode = z.object({ id: z.string(), codeDiscount: discount });

export type DiscountNode = z.output<typeof discountNode>;

const made = z.object({ codeDiscountNode: discountNode.nullable(), userErrors });

const nodeFields = /* GraphQL */ `
fragment NodeFields on DiscountCodeNode {
  id
  codeDiscount {
    __typename
    ... on DiscountCodeBasic { tags asyncUsageCount codes(first: 1) { nodes { code } } }
    ... on DiscountCodeFreeShipping { tags asyncUsageCount codes(first: 1) { nodes { code } } }
    ... on DiscountCodeBxgy { tags asyncUsageCount codes(first: 1) { nodes { code } } }
  }
}`;

export const findDiscount = defineOperation(
  z.object({ codeDiscountNodeByCode: discountNode.nullable() }),
  /* GraphQL */ `query FindDiscount($code: String!) {
  codeDiscountNodeByCode(code: $code) { ...NodeFields }
}
${nodeFields}`,
);

export const createBasicDiscount = defineOperation(
  z.object({ discountCodeBasicCreate: made }).transform(({ discountCodeBasicCreate: answer }) => answer),
  /* GraphQL */ `mutation CreateBasicDiscount($discount: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $discount) {
    codeDiscountNode { ...NodeFields }
    userErrors { field code message }
  }
}
${nodeFields}`,
);

export const createFreeShippingDiscount = defineOperation(
  z.object({ discountCodeFreeShippingCreate: made }).transform(({ discountCodeFreeShippingCreate: answer }) => answer),
  /* GraphQL */ `mutation CreateFreeShippingDiscount($discount: DiscountCodeFreeShippingInput!) {
  discountCodeFreeShippingCreate(freeShippingCodeDiscount: $discount) {
    codeDiscountNode { ...NodeFields }
    userErrors { field code message }
  }
}
${nodeFields}`,
);

export const deleteDiscount = defineOperation(
  z.object({ discountCodeDelete: z.object({ deletedCodeDiscountId: z.string().nullable(), userErrors }) }),
  /* GraphQL */ `mutation DeleteDiscount($id: ID!) {
  discountCodeDelete(id: $id) { deletedCodeDiscountId userErrors { field code message } }
}`,
);
