import type { PlatformAdapter } from '@regulars/adapter-contracts';
import type { Config } from './config.ts';
import { notYet } from './not-yet.ts';
import { pulls } from './pulls.ts'; //? pulls

/** A store of Example Shop, reached with its credentials. Connecting calls nobody; each method calls by `client.ts`. */
export const connect: PlatformAdapter<Config>['connect'] = () => ({
  checkAccess: notYet,
  findDiscountCode: notYet,
  createDiscountCode: notYet,
  deleteDiscountCode: notYet,
  countOrders: notYet,
  pulls, //? pulls
  hooks: { check: notYet, repair: notYet }, //? hooks
  readResource: notYet, //? thinWebhooks
  close: async () => undefined,
});
