import type { Config } from './config.ts';
import type { RunningServer } from './serve.ts';

/** What a person reads when the process stands: where to go, and what to try first. */
export function welcome({ address, setupLink }: RunningServer, config: Config): string {
  if (address === null) return 'Regulars works in the background: this process is a worker.\n';
  const lines = [
    '',
    `  Regulars is running at ${address}`,
    '',
    ...(setupLink === null
      ? [`  Sign in at ${address}`]
      : ['  Begin here: make yourself the owner', `    ${setupLink}`]),
    '',
    '  See a real order go through, in the browser with one button, or from another terminal:',
    '    npm run regulars -- send-recorded-order',
    '',
    `  Data: ${config.databaseUrl === null ? config.dataDir : 'your Postgres'}    Nudges: ${config.redisUrl === null ? 'Postgres' : 'Redis'}    API: ${address}/api/reference`,
    '',
  ];
  return `${lines.join('\n')}\n`;
}
