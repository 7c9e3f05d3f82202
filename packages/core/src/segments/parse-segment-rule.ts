import { fail, ok, type Rejection, type Result } from '../shared/result.ts';
import { segmentFields, segmentLeafSchema, segmentRuleLimits, type SegmentRule } from './segment-rule.ts';

export type SegmentRuleRejection = Rejection<'segment.rule_invalid' | 'segment.rule_too_large'>;

/**
 * Reads a segment's rule from JSON of unknown origin.
 *
 * @returns the rule, or every trouble found, each with the JSON pointer of its place.
 * @example
 * ```ts
 * parseSegmentRule({ all: [{ field: 'orderCount', is: 'atLeast', value: 3 }] }).ok; // true
 * parseSegmentRule({ all: [{ field: 'orderCount', is: 'atLeast', value: 'x' }] }).failure[0].path; // '/all/0/value'
 * ```
 */
export function parseSegmentRule(input: unknown): Result<SegmentRule, readonly SegmentRuleRejection[]> {
  const walk: Walk = { nodes: 0, rejections: [] };
  const rule = parseNode(input, '', 1, walk);
  if (rule === null || walk.rejections.length > 0) return fail(walk.rejections);
  return ok(rule);
}

interface Walk {
  nodes: number;
  readonly rejections: SegmentRuleRejection[];
}

function parseNode(input: unknown, path: string, depth: number, walk: Walk): SegmentRule | null {
  walk.nodes += 1;
  if (walk.nodes > segmentRuleLimits.nodes) {
    if (walk.nodes === segmentRuleLimits.nodes + 1) rejectSize(walk, path, `at most ${segmentRuleLimits.nodes} parts`);
    return null;
  }
  if (depth > segmentRuleLimits.depth) return rejectSize(walk, path, `nested at most ${segmentRuleLimits.depth} deep`);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return reject(walk, path, 'must be an object: {"all": […]}, {"any": […]}, {"not": …} or a question with "field"');
  }
  const group = (['all', 'any', 'not'] as const).find((name) => name in input);
  if (group === undefined) return parseLeaf(input, path, walk);
  if (Object.keys(input).length > 1) return reject(walk, path, `must have "${group}" alone`);
  const content = (input as Record<string, unknown>)[group];
  if (group === 'not') {
    const part = parseNode(content, `${path}/not`, depth + 1, walk);
    return part === null ? null : { not: part };
  }
  if (!Array.isArray(content) || content.length === 0) {
    return reject(walk, `${path}/${group}`, 'must be a list of at least one part');
  }
  const parts = content.map((part, index) => parseNode(part, `${path}/${group}/${index}`, depth + 1, walk));
  const complete = parts.filter((part) => part !== null);
  return group === 'all' ? { all: complete } : { any: complete };
}

function parseLeaf(input: object, path: string, walk: Walk): SegmentRule | null {
  const field: unknown = (input as { field?: unknown }).field;
  if (!segmentFields.some((known) => known === field)) {
    return reject(walk, `${path}/field`, `must be one of ${segmentFields.join(', ')}`);
  }
  const parsed = segmentLeafSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    reject(walk, [path, ...issue.path.map(toPointerPart)].join('/'), issue.message);
  }
  return null;
}

/** RFC 6901, section 3. */
function toPointerPart(part: PropertyKey): string {
  return String(part).replaceAll('~', '~0').replaceAll('/', '~1');
}

function reject(walk: Walk, path: string, message: string): null {
  walk.rejections.push({ code: 'segment.rule_invalid', path, message });
  return null;
}

function rejectSize(walk: Walk, path: string, limit: string): null {
  walk.rejections.push({
    code: 'segment.rule_too_large',
    path,
    message: `A rule has ${limit}; make two segments of it.`,
  });
  return null;
}
