import { builtInMail } from './built-in-mail.ts';
import { composeFoundation } from './compose-foundation.ts';
import { readConfig } from './config.ts';
import { explainFailure } from './explain-failure.ts';
import { createLogger } from './foundation/telemetry/logger.ts';
import { serve } from './serve.ts';
import { welcome } from './welcome.ts';

const echoMs = 1_000;

/**
 * Starts the process in the role the environment names and runs until it is told to stop.
 *
 * @param overrides settings that win over the environment.
 */
export async function main(overrides: Readonly<Record<string, string>> = {}): Promise<void> {
  const config = readConfig(overrides);
  const foundation = await composeFoundation({ config, log: createLogger(config.logLevel), builtInMail });
  const server = await serve(foundation).catch(async (error: unknown) => {
    await foundation.close();
    throw error;
  });
  process.stdout.write(welcome(server, config));

  let stoppingSince: number | null = null;
  const stop = () => {
    if (stoppingSince !== null) {
      // A second signal means: now. Who signals a whole process group is heard several times at once, and means one.
      if (performance.now() - stoppingSince > echoMs) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${explainFailure(error)}\n`);
    process.exit(1);
  }
}
