import { findFreePort, startServerProcess } from './server-process.ts';

type ServerRole = 'all' | 'api' | 'worker';

export interface SupervisedServer {
  readonly url: string;
  /** The crash points at which no process has died yet. */
  pointsLeft(): readonly string[];
  stop(): Promise<void>;
}

interface Watched {
  readonly role: string;
  readonly url: string;
  readonly left: readonly string[];
  readonly ended: Promise<void>;
}

const watchMs = 50;

/**
 * The processes of one instance under a supervisor, as in production: one that is killed is started again. Each role
 * has its list of crash points: its first process dies at the first of them, the one after it at the second; when the
 * list is at its end, the process lives.
 */
export async function superviseServer(options: {
  readonly crashPoints: Readonly<Partial<Record<ServerRole, readonly string[]>>>;
  readonly environment: Readonly<Record<string, string>>;
}): Promise<SupervisedServer> {
  let isStopping = false;
  const watch = async (role: string, points: readonly string[]): Promise<Watched> => {
    const environment = { ...options.environment, REGULARS_ROLE: role, PORT: String(await findFreePort()) };
    const left = [...points];
    const startArmed = () => {
      const [point] = left;
      return startServerProcess(point === undefined ? environment : { ...environment, REGULARS_CRASH_AT: point });
    };
    const first = await startArmed();
    const guard = async () => {
      let current = first;
      while (!isStopping) {
        if (current.deathSignal() === 'SIGKILL') {
          left.shift();
          current = await startArmed();
        }
        await new Promise((resolve) => setTimeout(resolve, watchMs));
      }
      await current.stop();
    };
    return { role, url: first.url, left, ended: guard() };
  };
  const watched = await Promise.all(Object.entries(options.crashPoints).map(([role, points]) => watch(role, points)));
  const listening = watched.find(({ role }) => role !== 'worker');
  if (listening === undefined) throw new Error('No process of this instance listens.');
  return {
    url: listening.url,
    pointsLeft: () => watched.flatMap(({ left }) => left),
    stop: async () => {
      isStopping = true;
      await Promise.all(watched.map(({ ended }) => ended));
    },
  };
}
