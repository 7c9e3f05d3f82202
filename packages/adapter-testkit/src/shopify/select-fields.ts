import type { DocumentNode, FieldNode, FragmentDefinitionNode, SelectionSetNode, ValueNode } from 'graphql';

/** A field that has arguments, or has to be looked up. */
export type Resolver = (args: Readonly<Record<string, unknown>>) => unknown;

/** A field that was asked for and that the fake does not have; the real one would refuse the query. */
export class UnknownFieldError extends Error {}

/** What the walk needs to know at every field. */
export interface Selection {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

export function toSelection(document: DocumentNode, variables: Readonly<Record<string, unknown>>): Selection {
  const fragments = document.definitions.filter((node) => node.kind === 'FragmentDefinition');
  return { fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])), variables };
}

/**
 * Gives of a value just what was asked for, as GraphQL does: an adapter that reads a field it did not ask for finds nothing.
 *
 * @throws UnknownFieldError when a field is asked for that the value does not have.
 */
export function selectFields(
  value: unknown,
  selectionSet: SelectionSetNode | undefined,
  selection: Selection,
): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item: unknown) => selectFields(item, selectionSet, selection));
  if (selectionSet === undefined || typeof value !== 'object') return value;
  const source = value as Readonly<Record<string, unknown>>;
  const selected: Record<string, unknown> = {};
  for (const node of listFields(selectionSet, selection, source['__typename'])) {
    const name = node.name.value;
    const held = source[name];
    if (held === undefined) throw new UnknownFieldError(name);
    const answer = typeof held === 'function' ? (held as Resolver)(readArguments(node, selection)) : held;
    selected[node.alias?.value ?? name] = selectFields(answer, node.selectionSet, selection);
  }
  return selected;
}

/** The fields of a selection, those of its fragments included; of a union, those of the type at hand. */
export function listFields(
  selectionSet: SelectionSetNode,
  selection: Selection,
  typeName: unknown,
): readonly FieldNode[] {
  return selectionSet.selections.flatMap((node): readonly FieldNode[] => {
    if (node.kind === 'Field') return [node];
    const fragment = node.kind === 'InlineFragment' ? node : selection.fragments.get(node.name.value);
    if (fragment === undefined) return [];
    const condition = fragment.typeCondition?.name.value;
    const isOther = typeName !== undefined && typeName !== condition && node.kind === 'InlineFragment';
    return isOther ? [] : listFields(fragment.selectionSet, selection, typeName);
  });
}

export function readArguments(node: FieldNode, { variables }: Selection): Readonly<Record<string, unknown>> {
  return Object.fromEntries((node.arguments ?? []).map(({ name, value }) => [name.value, readValue(value, variables)]));
}

function readValue(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  switch (node.kind) {
    case 'Variable':
      return variables[node.name.value] ?? null;
    case 'NullValue':
      return null;
    case 'ListValue':
      return node.values.map((value) => readValue(value, variables));
    case 'ObjectValue':
      return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, readValue(value, variables)]));
    case 'IntValue':
    case 'FloatValue':
      return Number(node.value);
    default:
      return node.value;
  }
}
