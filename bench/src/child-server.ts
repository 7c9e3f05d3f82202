import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface ChildServer {
  readonly port: number;
  /** Processor time it has used so far; null where the system does not tell (it is read from /proc). */
  cpuMs(): number | null;
  stop(): Promise<void>;
}

/** Runs a program of ours in a process of its own and waits until it answers on its port. */
export async function startChildServer(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ChildServer> {
  const port = 20_000 + Math.floor(Math.random() * 30_000);
  const child = spawn(process.execPath, ['--conditions=source', fileURLToPath(import.meta.resolve(program)), ...args], {
    env: { ...process.env, ...environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const deadline = performance.now() + 60_000;
  while (!(await answers(port))) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`${program} did not start.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    port,
    cpuMs: () => readCpuMs(child.pid),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

async function answers(port: number): Promise<boolean> {
  return await fetch(`http://127.0.0.1:${port}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}

const ticksPerSecond = 100;

function readCpuMs(pid: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond;
  } catch {
    return null;
  }
}
