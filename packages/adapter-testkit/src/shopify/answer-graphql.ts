import { parse, type DocumentNode } from 'graphql';
import type { Answer } from '../upstream/fault.ts';
import type { PointBucket } from './point-bucket.ts';
import { toActualCost, toRequestedCost } from './query-cost.ts';
import { selectFields, toSelection, UnknownFieldError, type Resolver } from './select-fields.ts';

export interface GraphqlRoots {
  readonly queries: Readonly<Record<string, unknown>>;
  readonly mutations: Readonly<Record<string, Resolver>>;
}

interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Answers an operation out of the fake's state, for its price in points; whatever goes wrong is a 200, as on Shopify. */
export function answerGraphql(body: Buffer, roots: GraphqlRoots, bucket: PointBucket, maxQueryCost: number): Answer {
  const request = readRequest(body);
  if (request === null) return toAnswer({ errors: [{ message: 'The request is no JSON.' }] });
  const document = parseDocument(request.query);
  const operation = document?.definitions.find((node) => node.kind === 'OperationDefinition');
  if (document === null || operation === undefined) return toAnswer({ errors: [{ message: 'syntax error' }] });
  const selection = toSelection(document, request.variables);
  const isMutation = operation.operation === 'mutation';
  const requestedQueryCost = toRequestedCost(operation.selectionSet, selection, isMutation);
  const toCost = (actualQueryCost: number | null) => ({
    cost: { requestedQueryCost, actualQueryCost, throttleStatus: bucket.status() },
  });
  if (requestedQueryCost > maxQueryCost) {
    const message = `Query cost is ${requestedQueryCost}, which exceeds the single query max cost limit (${maxQueryCost}).`;
    const extensions = { code: 'MAX_COST_EXCEEDED', cost: requestedQueryCost, maxCost: maxQueryCost };
    return toAnswer({ errors: [{ message, extensions }] });
  }
  if (!bucket.take(requestedQueryCost)) {
    return toAnswer({
      errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
      extensions: toCost(null),
    });
  }
  try {
    const root = {
      ...(isMutation ? roots.mutations : roots.queries),
      __typename: isMutation ? 'Mutation' : 'QueryRoot',
    };
    const data = selectFields(root, operation.selectionSet, selection);
    const actual = toActualCost(data) + (isMutation ? 10 : 0);
    bucket.giveBack(requestedQueryCost - actual);
    return toAnswer({ data, extensions: toCost(actual) });
  } catch (error) {
    if (!(error instanceof UnknownFieldError)) throw error;
    const message = `Field '${error.message}' doesn't exist in the fake`;
    return toAnswer({ errors: [{ message, extensions: { code: 'undefinedField' } }] });
  }
}

function toAnswer(body: object): Answer {
  return { status: 200, headers: { 'x-shopify-api-version': '2026-10' }, body: JSON.stringify(body) };
}

function parseDocument(query: string): DocumentNode | null {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return null;
  }
}

function readRequest(body: Buffer): GraphqlRequest | null {
  try {
    const read = JSON.parse(body.toString('utf8')) as Partial<GraphqlRequest>;
    return { query: String(read.query), variables: read.variables ?? {} };
  } catch {
    return null;
  }
}
