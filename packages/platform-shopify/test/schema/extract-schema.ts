import { readFileSync, writeFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isUnionType,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type TypeNode,
} from 'graphql';
import { documents } from '../operations.ts';

/*
 * Cuts out of Shopify's schema what our operations can be checked by: every type they touch with all its fields, as far as
 * those lead to types that are touched as well. Run it when an operation reaches a new type, or for a new version:
 *
 *   node --conditions=source test/schema/extract-schema.ts <whole schema in SDL>
 *
 * The whole schema is in npm `@shopify/dev-mcp`, as an introspection result; `printSchema(buildClientSchema(…))` prints it.
 */

const roots: ReadonlySet<string> = new Set(['QueryRoot', 'Mutation']);

interface Touched {
  readonly types: ReadonlySet<string>;
  readonly rootFields: ReadonlySet<string>;
}

function listTouched(schema: GraphQLSchema): Touched {
  const types = new Set<string>(roots);
  const rootFields = new Set<string>();
  const addInput = (type: GraphQLNamedType): void => {
    if (types.has(type.name)) return;
    types.add(type.name);
    if (isInputObjectType(type))
      for (const { type: field } of Object.values(type.getFields())) addInput(getNamedType(field));
  };
  for (const { text } of documents) {
    const info = new TypeInfo(schema);
    const enter = (): void => {
      const type = info.getType();
      if (type !== null && type !== undefined) types.add(getNamedType(type).name);
      const field = info.getFieldDef();
      for (const argument of field?.args ?? []) addInput(getNamedType(argument.type));
      if (field !== null && field !== undefined && roots.has(info.getParentType()?.name ?? ''))
        rootFields.add(field.name);
    };
    visit(parse(text), visitWithTypeInfo(info, { enter }));
  }
  for (const name of types) {
    const type = schema.getType(name);
    if (isUnionType(type)) for (const member of type.getTypes()) types.add(member.name);
  }
  return { types, rootFields };
}

function nameOf(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : nameOf(type.type);
}

function cut(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const { types, rootFields } = listTouched(schema);
  const isKept = (type: TypeNode): boolean => types.has(nameOf(type)) || isLeafType(schema.getType(nameOf(type)));
  const definitions = document.definitions.flatMap((node): readonly DefinitionNode[] => {
    if (!('name' in node) || node.name === undefined || node.kind === 'DirectiveDefinition') return [node];
    if (node.kind === 'ScalarTypeDefinition' || node.kind === 'EnumTypeDefinition') return [node];
    if (!types.has(node.name.value)) return [];
    if (node.kind !== 'ObjectTypeDefinition' && node.kind !== 'InterfaceTypeDefinition') return [node];
    const fields = (node.fields ?? [])
      .filter(({ name, type }) => (roots.has(node.name.value) ? rootFields.has(name.value) : isKept(type)))
      .map((field) => ({ ...field, arguments: (field.arguments ?? []).filter(({ type }) => isKept(type)) }));
    return [{ ...node, fields, interfaces: [] }];
  });
  return dropUnused({ ...document, definitions });
}

/** Scalars and enums that nothing kept refers to. */
function dropUnused(document: DocumentNode): DocumentNode {
  const referred = new Set<string>(roots);
  visit(document, { NamedType: ({ name }) => void referred.add(name.value) });
  const definitions = document.definitions.filter(
    (node) => node.kind === 'DirectiveDefinition' || !('name' in node) || referred.has(node.name?.value ?? ''),
  );
  return { ...document, definitions };
}

function withoutDescriptions(document: DocumentNode): DocumentNode {
  return visit(document, {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
}

const whole = readFileSync(process.argv[2] ?? '', 'utf8');
const extract = print(withoutDescriptions(cut(buildSchema(whole), parse(whole))));
buildSchema(extract);
writeFileSync(new URL('admin-2026-10.graphql', import.meta.url), `${extract}\n`);
