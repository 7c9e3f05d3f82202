import { findFreePort, startServerProcess, type ServerProcess } from './server-process.ts';

export interface SupervisedServer {
  readonly url: string;
  /** How often a process was found killed and started again. */
  deaths(): number;
  stop(): Promise<void>;
}

const watchMs = 50;

/**
 * The processes of one instance under a supervisor, as in production: one that is killed is started again. Only the
 * first start of each is armed with the crash point.
 */
export async function superviseServer(options: {
  readonly roles: readonly ('all' | 'api' | 'worker')[];
  readonly environment: Readonly<Record<string, string>>;
  readonly crashAt: string | null;
}): Promise<SupervisedServer> {
  let deaths = 0;
  let isStopping = false;
  const watch = async (role: string): Promise<{ readonly first: ServerProcess; readonly ended: Promise<void> }> => {
    const environment = { ...options.environment, REGULARS_ROLE: role, PORT: String(await findFreePort()) };
    const first = await startServerProcess(
      options.crashAt === null ? environment : { ...environment, REGULARS_CRASH_AT: options.crashAt },
    );
    const guard = async () => {
      let current = first;
      while (!isStopping) {
        if (current.deathSignal() === 'SIGKILL') {
          deaths += 1;
          current = await startServerProcess(environment);
        }
        await new Promise((resolve) => setTimeout(resolve, watchMs));
      }
      await current.stop();
    };
    return { first, ended: guard() };
  };
  const watched = await Promise.all(options.roles.map(watch));
  const listening = watched.find((_, index) => options.roles[index] !== 'worker');
  if (listening === undefined) throw new Error('No process of this instance listens.');
  return {
    url: listening.first.url,
    deaths: () => deaths,
    stop: async () => {
      isStopping = true;
      await Promise.all(watched.map(({ ended }) => ended));
    },
  };
}
