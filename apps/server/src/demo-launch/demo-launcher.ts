import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { DemoMessage, DemoRequest } from './launch-message.ts';

export type LaunchState = 'idle' | 'starting' | 'listening' | 'failed';

/** Starts a demo as a process of its own, with data and a port of its own; nothing of it runs in here. */
export interface DemoLauncher {
  readonly state: () => LaunchState;
  /** Starts the demo unless it runs already. */
  launch(): void;
  /** A one-time link into the running demo, which leads back to `from`; null when none runs. */
  entryLink(from: string): Promise<string | null>;
  stop(): Promise<void>;
}

const commandLine = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const answerLimitMs = 10_000;
const stopLimitMs = 15_000;

export function createDemoLauncher(log: Logger): DemoLauncher {
  let child: ChildProcess | null = null;
  let state: LaunchState = 'idle';
  let linkElsewhere: string | null = null;

  const hear = (message: DemoMessage) => {
    if (message.kind === 'listening') state = 'listening';
    if (message.kind === 'runsElsewhere') {
      state = 'listening';
      linkElsewhere = message.url;
    }
  };

  const launch = () => {
    if (child !== null || linkElsewhere !== null) return;
    state = 'starting';
    const started = spawn(process.execPath, [...process.execArgv, commandLine, 'demo'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child = started;
    started.on('message', (message) => hear(message as DemoMessage));
    started.once('error', (error) => log.error({ err: error }, 'the demo could not be started'));
    started.once('exit', (code) => {
      child = null;
      if (linkElsewhere === null) state = code === 0 ? 'idle' : 'failed';
    });
  };

  return {
    state: () => state,
    launch,
    entryLink: async (from) => {
      if (linkElsewhere !== null) {
        const url = linkElsewhere;
        linkElsewhere = null;
        state = 'idle';
        return url;
      }
      if (child === null || state !== 'listening') return null;
      return await askForLink(child, from);
    },
    stop: async () => {
      if (child === null) return;
      const running = child;
      const exited = once(running, 'exit');
      running.kill('SIGTERM');
      const timer = setTimeout(() => running.kill('SIGKILL'), stopLimitMs);
      await exited;
      clearTimeout(timer);
    },
  };
}

function askForLink(child: ChildProcess, from: string): Promise<string | null> {
  return new Promise((resolve) => {
    const finish = (url: string | null) => {
      clearTimeout(timer);
      child.off('message', hear);
      child.off('exit', giveUp);
      resolve(url);
    };
    const hear = (message: unknown) => {
      const heard = message as DemoMessage;
      if (heard.kind === 'entryLink') finish(heard.url);
    };
    const giveUp = () => finish(null);
    const timer = setTimeout(giveUp, answerLimitMs);
    child.on('message', hear);
    child.on('exit', giveUp);
    child.send({ kind: 'entryLink', from } satisfies DemoRequest);
  });
}
