import path from 'node:path';

/** The little of a syntax tree that the rules look at. */
export type Node = {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly source?: Node | null;
  readonly callee?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly arguments?: readonly Node[];
};

export type Report = (node: Node, message: string) => void;
export type Visitor = Readonly<Record<string, (node: Node) => void>>;

type Context = {
  readonly filename: string;
  readonly cwd: string;
  report(problem: { node: Node; message: string }): void;
};

export type Rule = { readonly create: (context: Context) => Visitor };

/** A rule that looks at one file, known by its path from the root of the repository, with forward slashes. */
export function defineRule(visit: (file: string, report: Report) => Visitor): Rule {
  return {
    create(context) {
      const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
      return visit(file, (node, message) => context.report({ node, message }));
    },
  };
}

/** Visits everything that names another module: import, export … from, import(). */
export function visitImports(onImport: (specifier: string, node: Node) => void): Visitor {
  const visit = (node: Node) => {
    const specifier = node.source?.value;
    if (typeof specifier === 'string') onImport(specifier, node);
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
  };
}

/** Where a relative specifier leads, as a path from the root of the repository; null for a package. */
export function resolveRelative(file: string, specifier: string): string | null {
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : null;
}

export function isTest(file: string): boolean {
  return /\.(test|e2e|fixture)\.tsx?$/.test(file) || /(^|\/)(test|test-support|e2e)\//.test(file);
}
