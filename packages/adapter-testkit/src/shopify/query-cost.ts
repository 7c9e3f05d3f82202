import type { SelectionSetNode } from 'graphql';
import { listFields, readArguments, type Selection } from './select-fields.ts';

/** Fields that cost nothing by themselves: wrappers of a connection, and money. */
const free: ReadonlySet<string> = new Set(['pageInfo', 'nodes', 'shopMoney', 'presentmentMoney', 'userErrors']);

/**
 * What a query is reckoned at before it is done: an object costs a point, a connection as many as it may hold, a mutation ten.
 * The real rules are finer; what matters is that pages have a price, and that it grows with their size.
 */
export function toRequestedCost(selectionSet: SelectionSetNode, selection: Selection, isMutation: boolean): number {
  return toCost(selectionSet, selection) + (isMutation ? 10 : 0);
}

function toCost(selectionSet: SelectionSetNode, selection: Selection): number {
  return listFields(selectionSet, selection, undefined)
    .map((node) => {
      if (node.selectionSet === undefined) return 0;
      const within = toCost(node.selectionSet, selection);
      const { first } = readArguments(node, selection);
      const hasNodes = node.selectionSet.selections.some(
        (each) => each.kind === 'Field' && each.name.value === 'nodes',
      );
      if (hasNodes) return (typeof first === 'number' ? first : 1) * Math.max(1, within);
      return within + (free.has(node.name.value) || node.name.value.endsWith('Set') ? 0 : 1);
    })
    .reduce((sum, cost) => sum + cost, 0);
}

/** What it came to: the objects that were really given. */
export function toActualCost(answer: unknown): number {
  if (Array.isArray(answer)) return answer.reduce<number>((sum, item) => sum + 1 + toActualCost(item), 0);
  if (typeof answer !== 'object' || answer === null) return 0;
  return Object.entries(answer).reduce((sum, [name, value]) => {
    const isCounted = typeof value === 'object' && value !== null && !Array.isArray(value);
    return sum + toActualCost(value) + (isCounted && !free.has(name) && !name.endsWith('Set') ? 1 : 0);
  }, 0);
}
