import { readFileSync } from 'node:fs';
import type { FastifyPluginAsync } from 'fastify';
import type { Database } from '../../foundation/database/database.ts';
import { problem } from '../../foundation/errors/index.ts';
import { requestErrors } from '../../foundation/http/index.ts';
import { findStorefrontByKey, type Directory } from '../../stores/door.ts';
import { customersErrors } from '../errors.ts';
import { snapshotSchema } from './storefront-snapshot.ts';
import { takeSnapshot } from './take-snapshot.ts';

export interface StorefrontDeps {
  readonly database: Database;
  readonly directory: Directory;
}

const scriptFile = new URL('../../../storefront/v1.js', import.meta.url);
const maxBodyBytes = 32 * 1024;
/** A page tells of a cart a few times; a house full of shoppers behind one address still fits. */
const snapshotLimit = { max: 120, timeWindow: 60_000 };

/** The script for a shop's pages, and where it tells of carts. For anybody; mounted at the root. */
export function cartStorefrontRoutes({ database, directory }: StorefrontDeps): FastifyPluginAsync {
  const script = readFileSync(scriptFile);

  return async (app) => {
    // Errors are readable to the page as well.
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('access-control-allow-origin', '*');
      reply.header('cross-origin-resource-policy', 'cross-origin');
    });

    app.get('/storefront/v1.js', { schema: { hide: true } }, async (_request, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=3600, stale-while-revalidate=86400')
        .send(script),
    );

    app.options('/storefront/v1/carts', { schema: { hide: true } }, async (_request, reply) =>
      reply
        .status(204)
        .header('access-control-allow-methods', 'POST')
        .header('access-control-allow-headers', 'content-type')
        .header('access-control-max-age', '86400')
        .send(),
    );

    app.post(
      '/storefront/v1/carts',
      { bodyLimit: maxBodyBytes, config: { rateLimit: snapshotLimit }, schema: { hide: true } },
      async ({ body, headers }, reply) => {
        const snapshot = snapshotSchema.safeParse(typeof body === 'string' ? parseJson(body) : body);
        if (!snapshot.success) throw problem(requestErrors, 'request.invalid');
        const storefront = await database.withDirectory((tx) => findStorefrontByKey(tx, snapshot.data.key));
        const store = storefront === null ? null : await directory.findStore(storefront.storeId);
        if (storefront === null || store === null) throw problem(customersErrors, 'storefront.key_unknown');
        if (headers.origin !== storefront.origin) throw problem(customersErrors, 'storefront.other_shop');
        await takeSnapshot(database, { ...storefront, currency: store.currency }, snapshot.data);
        // The same for an address the store knows and one it does not.
        return reply.status(202).send({ status: 'taken' });
      },
    );
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
