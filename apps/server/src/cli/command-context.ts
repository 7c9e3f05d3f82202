import type { Logger } from 'pino';
import { composeFoundation, type Foundation } from '../compose-foundation.ts';
import { composeRooms, type Rooms } from '../compose-rooms.ts';
import { readConfig } from '../config.ts';
import { createLogger } from '../foundation/telemetry/logger.ts';
import { builtInMail } from '../built-in-mail.ts';

/** What a command works with: the same ground and the same rooms as the server, without its lanes. */
export interface CommandContext extends Foundation {
  readonly rooms: Rooms;
}

/** Opens the instance for one command and closes it again. Log lines below `warn` would only be noise here. */
export async function withInstance<Value>(run: (context: CommandContext) => Promise<Value>): Promise<Value> {
  const config = readConfig();
  const log: Logger = createLogger('warn');
  const foundation = await composeFoundation({ config, log, builtInMail });
  const rooms = composeRooms(foundation, { countAcceptance: () => undefined });
  try {
    return await run({ ...foundation, rooms });
  } finally {
    await rooms.close();
    await foundation.close();
  }
}
