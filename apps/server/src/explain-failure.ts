import { ConfigError } from './config.ts';
import { AdapterPackagesError } from './foundation/adapter-packages/adapter-package.ts';
import { InstanceKindError } from './foundation/database/instance-kind.ts';
import { MigrationError } from './foundation/database/migrate.ts';
import { RedisPolicyError } from './foundation/nudges/redis-nudges.ts';

const worded = [ConfigError, RedisPolicyError, MigrationError, InstanceKindError, AdapterPackagesError];

/** What a person can mend is said in words; anything else keeps its trace. */
export function explainFailure(error: unknown): string {
  if (worded.some((kind) => error instanceof kind)) return (error as Error).message;
  const code = (error as { code?: unknown }).code;
  if (code === 'EADDRINUSE') return 'The port is taken. Stop what uses it, or choose another one: PORT=3001 npm start';
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'The database or Redis cannot be reached. Check DATABASE_URL and REDIS_URL.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
