import { spawn } from 'node:child_process';
import path from 'node:path';

/** What a whole process took, from its start to its end. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly peakMegabytes: number;
  readonly stdout: string;
}

const preload = path.join(import.meta.dirname, 'tell-usage.ts');

/** Runs a program of ours by itself, so that nothing else is measured with it. */
export function runMeasured(program: string, args: readonly string[]): Promise<Usage> {
  const startedAt = performance.now();
  const options = ['--conditions=source', '--import', preload];
  const child = spawn(process.execPath, [...options, program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const told = { stdout: '', usage: '' };
  child.stdout?.on('data', (chunk) => (told.stdout += String(chunk)));
  child.stdio[3]?.on('data', (chunk) => (told.usage += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) return reject(new Error(`${path.basename(program)} ended with exit code ${code}.`));
      const usage = JSON.parse(told.usage) as Pick<Usage, 'cpuSeconds' | 'peakMegabytes'>;
      resolve({ ...usage, wallSeconds: (performance.now() - startedAt) / 1_000, stdout: told.stdout });
    });
  });
}
