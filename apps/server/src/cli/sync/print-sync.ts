import { z } from 'zod';
import { connectionSyncAnswer, type ConnectionSync } from '../../sync/answers.ts';
import { print, type PrintOptions } from '../print.ts';
import { describeSync } from './describe-sync.ts';

/** A connection as the API tells it, or in lines for a person. */
export function printSync(sync: ConnectionSync, options: PrintOptions): void {
  print(z.encode(connectionSyncAnswer, sync), () => describeSync(sync), options);
}
