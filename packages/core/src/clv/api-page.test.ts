import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as numeric from '../numeric/index.ts';
import * as shared from '../shared/index.ts';
import * as cohorts from './cohorts/index.ts';
import * as contractual from './contractual/index.ts';
import * as evidence from './evidence/index.ts';
import * as histories from './histories/index.ts';
import * as clv from './index.ts';
import * as priors from './priors/index.ts';
import * as rfm from './rfm/index.ts';

const modules: Readonly<Record<string, object>> = {
  '@regulars/core/clv': clv,
  '@regulars/core/clv/cohorts': cohorts,
  '@regulars/core/clv/contractual': contractual,
  '@regulars/core/clv/evidence': evidence,
  '@regulars/core/clv/histories': histories,
  '@regulars/core/clv/priors': priors,
  '@regulars/core/clv/rfm': rfm,
  '@regulars/core/numeric': numeric,
  '@regulars/core/shared': shared,
};

describe('the page of the API', () => {
  it('has examples that give what stands beside them', { timeout: 60_000 }, async () => {
    const page = await readFile(new URL('../../../../docs/api/clv.md', import.meta.url), 'utf8');
    const program = [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, block]) => block).join('\n');
    const told: string[] = [];
    const given: string[] = [];
    const show = (line: string, value: unknown, expected: string) => {
      told.push(`${line} // → ${expected}`);
      given.push(`${line} // → ${format(value)}`);
    };
    const body = stripTypeScriptTypes(program)
      .replaceAll(/^import \{(.*?)\} from '(.*?)';$/gm, "const {$1} = modules['$2'];")
      .replaceAll(
        /^(.*?); \/\/ → (.*)$/gm,
        (_, expression: string, expected: string) =>
          `show(${JSON.stringify(expression)}, ${expression}, ${JSON.stringify(expected)});`,
      );
    compileFunction(body, ['modules', 'show'])(modules, show);
    expect(told.length).toBeGreaterThan(40);
    expect(given).toEqual(told);
  });
});

/** Numbers with four digits. */
function format(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(4))) : JSON.stringify(value);
}
