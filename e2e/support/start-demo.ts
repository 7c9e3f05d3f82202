import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { findFreePort, runServer } from './run-server.ts';

export interface DemoInstance {
  readonly url: string;
  /** Signs its visitor in, once. */
  readonly entryLink: string;
  stop(): Promise<void>;
}

const commandLine = path.resolve(import.meta.dirname, '../../apps/server/src/cli/main.ts');
const startLimitMs = 180_000;

/** Starts a demo agency with data of its own, and waits until its last weeks are lived. */
export async function startDemo(): Promise<DemoInstance> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'regulars-demo-'));
  const port = await findFreePort();
  const demo = runServer([commandLine, 'demo', '--port', String(port)], { REGULARS_DATA_DIR: dataDir });
  const stop = async () => {
    await demo.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const deadline = performance.now() + startLimitMs;
  while (!demo.output().includes('The demo is ready')) {
    if (demo.hasEnded() || performance.now() > deadline) {
      await stop();
      throw new Error(`The demo did not get ready. It printed:\n${demo.output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const entryLink = /http\S+\/demo\/enter\?token=\S+/.exec(demo.output())?.[0] ?? '';
  return { url: `http://localhost:${port}`, entryLink, stop };
}
