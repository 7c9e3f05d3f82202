import { z } from 'zod';
import { defineOperation } from '../api/operation.ts';
import { userErrors } from './fields.ts';

/** Has Shopify run a query over everything and write a file; lines of an order stand beneath it. */
export const runBulkQuery = defineOperation(
  z.object({ bulkOperationRunQuery: z.object({ bulkOperation: z.object({ id: z.string() }).nullable(), userErrors }) }),
  /* GraphQL */ `mutation RunBulkQuery($query: String!) {
  bulkOperationRunQuery(query: $query, groupObjects: true) {
    bulkOperation { id }
    userErrors { field code message }
  }
}`,
);

export const readBulkOperation = defineOperation(
  z.object({ bulkOperation: z.object({ status: z.string(), url: z.string().nullable() }).nullable() }),
  /* GraphQL */ `query ReadBulkOperation($id: ID!) {
  bulkOperation(id: $id) { status url }
}`,
);
