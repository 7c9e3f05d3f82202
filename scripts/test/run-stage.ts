import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Stage } from './phases.ts';
import { readVitestReport } from './read-vitest-report.ts';

export type Outcome = {
  readonly title: string;
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
};

/** Runs one stage and prints its line. What it said is kept for the end, for the case that it failed. */
export async function runStage(stage: Stage): Promise<Outcome> {
  const startedAt = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-stage-'));
  try {
    const reportFile = path.join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    const { isSuccess, output } = await run([...stage.command, ...(stage.isVitest ? reporters : [])]);
    const counts = stage.isVitest
      ? readVitestReport(reportFile)
      : { passed: isSuccess ? 1 : 0, failed: 0, skipped: [] };
    // A test that was skipped proved nothing, and a stage that fails otherwise than by a test failed all the same.
    const failed = Math.max(counts.failed + counts.skipped.length, isSuccess ? 0 : 1);
    const outcome = { title: stage.title, passed: counts.passed, failed, output: output + listSkipped(counts.skipped) };
    printLine(outcome, stage, performance.now() - startedAt);
    return outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printLine({ title, passed, failed }: Outcome, stage: Stage, durationMs: number): void {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  const tests = stage.isVitest ? `  ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}` : '';
  console.log(`${failed > 0 ? '✗' : '✓'} ${title.padEnd(22)} ${seconds.padStart(8)}${tests}`);
}

function listSkipped(skipped: readonly string[]): string {
  return skipped.length === 0
    ? ''
    : `\nSkipped, which counts as failed:\n${skipped.map((name) => `  ${name}`).join('\n')}\n`;
}

function run([command = '', ...args]: readonly string[]): Promise<{ isSuccess: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: path.resolve(import.meta.dirname, '..', '..'),
      env: { ...process.env, CI: 'true', NO_COLOR: '1', FORCE_COLOR: '0', TURBO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => resolve({ isSuccess: false, output: error.message }));
    child.once('close', (code) => resolve({ isSuccess: code === 0, output }));
  });
}
