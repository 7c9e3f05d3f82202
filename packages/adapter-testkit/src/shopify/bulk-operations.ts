import { Kind, parse, type FieldNode, type SelectionSetNode } from 'graphql';
import type { Answer } from '../upstream/fault.ts';
import type { FakeNode } from './connection.ts';
import { listFields, selectFields, toSelection, type Resolver, type Selection } from './select-fields.ts';

/** Queries that Shopify runs by itself, over everything, into a file. */
export interface BulkOperations {
  readonly queries: Readonly<Record<string, Resolver>>;
  readonly mutations: Readonly<Record<string, Resolver>>;
  /** The file at a path, as it is downloaded: without a token. */
  readFile(path: string): Answer;
  /** What becomes of the operations that are started from now on; done after being asked for once, unless told. */
  outcome: 'COMPLETED' | 'FAILED' | 'refused';
}

interface Operation {
  readonly status: 'COMPLETED' | 'FAILED';
  readonly lines: readonly string[];
  polls: number;
}

export function createBulkOperations(host: string, orders: () => readonly FakeNode[]): BulkOperations {
  const operations: Operation[] = [];
  const bulk: BulkOperations = {
    outcome: 'COMPLETED',
    queries: {
      bulkOperation: ({ id }) => {
        const number = Number(/\d+$/.exec(String(id))?.[0]);
        const operation = operations[number - 1];
        if (operation === undefined) return null;
        operation.polls += 1;
        const status = operation.polls === 1 ? 'RUNNING' : operation.status;
        const hasFile = status === 'COMPLETED' && operation.lines.length > 0;
        return { id, status, url: hasFile ? `https://${host}/bulk/${number}.jsonl` : null };
      },
    },
    mutations: {
      bulkOperationRunQuery: ({ query }) => {
        if (bulk.outcome === 'refused') {
          const message = 'A bulk query operation for this app and shop is already in progress';
          return { bulkOperation: null, userErrors: [{ field: null, code: 'OPERATION_IN_PROGRESS', message }] };
        }
        operations.push({ status: bulk.outcome, lines: writeLines(String(query), orders()), polls: 0 });
        return { bulkOperation: { id: `gid://shopify/BulkOperation/${operations.length}` }, userErrors: [] };
      },
    },
    readFile(path) {
      const number = Number(/^\/bulk\/(\d+)\.jsonl$/.exec(path)?.[1]);
      const operation = operations[number - 1];
      if (operation === undefined) return { status: 404 };
      return { status: 200, headers: { 'content-type': 'application/jsonl' }, body: `${operation.lines.join('\n')}\n` };
    },
  };
  return bulk;
}

/** An order on a line, and what belongs to it on the lines beneath, each naming its order. */
function writeLines(query: string, orders: readonly FakeNode[]): readonly string[] {
  const document = parse(query, { noLocation: true });
  const operation = document.definitions.find((node) => node.kind === 'OperationDefinition');
  const selection = toSelection(document, {});
  const root = operation === undefined ? [] : listFields(operation.selectionSet, selection, undefined);
  const fields = root.flatMap((field) => nodeFields(field, selection));
  const plain = toSet(fields.filter((field) => !isConnection(field)));
  return orders.flatMap((order) => [
    JSON.stringify(selectFields(order, plain, selection)),
    ...fields.filter(isConnection).flatMap((field) => {
      const resolve = Reflect.get(order, field.name.value) as Resolver | undefined;
      const connection = resolve?.({ first: Number.MAX_SAFE_INTEGER }) as
        | { readonly nodes: readonly object[] }
        | undefined;
      const within = toSet(nodeFields(field, selection));
      return (connection?.nodes ?? []).map((node) =>
        JSON.stringify({ ...(selectFields(node, within, selection) as object), __parentId: order.id }),
      );
    }),
  ]);
}

/** What is asked for of each node of a connection, in its edges. */
function nodeFields(connection: FieldNode, selection: Selection): readonly FieldNode[] {
  const inner = (set: SelectionSetNode | undefined) => (set === undefined ? [] : listFields(set, selection, undefined));
  return inner(connection.selectionSet)
    .flatMap(({ selectionSet }) => inner(selectionSet))
    .flatMap(({ selectionSet }) => inner(selectionSet));
}

function isConnection({ selectionSet }: FieldNode): boolean {
  return selectionSet?.selections.some((node) => node.kind === 'Field' && node.name.value === 'edges') === true;
}

function toSet(selections: readonly FieldNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}
