import { Liquid, type Template } from 'liquidjs';

/** What a template may use; everything else of the language is taken out, so it cannot be reached by any trick. */
const allowedTags = new Set(['if']);
const allowedFilters = new Set(['default', 'join', 'first', 'date']);

const limits = {
  /** Characters of one source. */
  parseLimit: 100_000,
  /** Milliseconds; generous because a loaded machine renders slowly, and the worker has its own end. */
  renderLimit: 2_000,
  memoryLimit: 1_000_000,
};

/** `markup` escapes every output for HTML; `plain` is for subjects and text parts. */
export type LiquidKind = 'markup' | 'plain';

function createEngine(kind: LiquidKind): Liquid {
  const engine = new Liquid({
    ...limits,
    ownPropertyOnly: true,
    strictFilters: true,
    // In plain Liquid an empty text is true, and `{% if customer.first_name %}` would greet nobody by no name.
    jsTruthy: true,
    // No file is ever looked up.
    templates: {},
    ...(kind === 'markup' ? { outputEscape: 'escape' as const } : {}),
  });
  for (const name of Object.keys(engine.filters))
    if (!allowedFilters.has(name) && name !== 'escape') engine.unregisterFilter(name);
  for (const name of Object.keys(engine.tags)) if (!allowedTags.has(name)) delete engine.tags[name];
  return engine;
}

const engines: Readonly<Record<LiquidKind, Liquid>> = { markup: createEngine('markup'), plain: createEngine('plain') };

/** @throws ParseError of liquidjs where the text is not this language. */
export function parseLiquid(kind: LiquidKind, text: string): Template[] {
  return engines[kind].parse(text);
}

/** @throws RenderError of liquidjs where a limit is passed. */
export function renderLiquid(kind: LiquidKind, template: Template[], variables: object): string {
  return String(engines[kind].renderSync(template, variables));
}

/** The variables a template reads, in full: `order.products`. */
export function listVariables(template: Template[]): readonly string[] {
  return engines.plain.globalFullVariablesSync(template);
}
