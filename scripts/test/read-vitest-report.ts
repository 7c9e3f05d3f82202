import { existsSync, readFileSync } from 'node:fs';

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

export type VitestCounts = { readonly passed: number; readonly failed: number; readonly skipped: readonly string[] };

/** Counts the tests in vitest's JSON report; a file that could not be loaded counts as one failure. */
export function readVitestReport(file: string): VitestCounts {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const unloadable = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const isOfStatus = (status: string) => tests.filter((test) => test.status === status).length;
  return {
    passed: isOfStatus('passed'),
    failed: isOfStatus('failed') + unloadable.length,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  };
}
