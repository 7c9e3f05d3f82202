import type { MailAdapter } from '@regulars/adapter-contracts';
import type { Config } from './config.ts';
import { notYet } from './not-yet.ts';

/** An account at Example Shop, reached with its credentials. Connecting calls nobody; each method calls by `client.ts`. */
export const connect: MailAdapter<Config>['connect'] = () => ({
  checkAccess: notYet,
  send: notYet,
  findMessage: notYet,
  close: async () => undefined,
});
