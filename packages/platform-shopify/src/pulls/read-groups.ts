import { AdapterError } from '@regulars/adapter-contracts';

interface Row {
  readonly id?: unknown;
  readonly __parentId?: unknown;
}

/**
 * Puts together what a bulk operation wrote: an object on each line, and those that belong to it on the lines that follow.
 *
 * @param children - under which name they stand in the object, as a connection that is complete.
 */
export async function* readGroups(lines: AsyncIterable<string>, children: string): AsyncGenerator<object> {
  let parent: Row | null = null;
  let nodes: object[] = [];
  const toGroup = (row: Row): object => ({
    ...row,
    [children]: { pageInfo: { hasNextPage: false, endCursor: null }, nodes },
  });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const row = parseRow(line);
    if (row.__parentId !== undefined && row.__parentId === parent?.id) {
      nodes.push(row);
      continue;
    }
    if (parent !== null) yield toGroup(parent);
    parent = row;
    nodes = [];
  }
  if (parent !== null) yield toGroup(parent);
}

function parseRow(line: string): Row {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below: the file was cut off.
  }
  throw new AdapterError('The file Shopify made breaks off.', { kind: 'unavailable', outcome: 'notDone' });
}
