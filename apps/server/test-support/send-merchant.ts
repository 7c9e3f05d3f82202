import type { FastifyInstance } from 'fastify';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../src/foundation/database/database.ts';
import { listConnections } from '../src/stores/repository.ts';

export interface Merchants {
  /** As platforms are told it. */
  readonly publicUrl: string;
  readonly database: Database;
  /** The process a merchant begins in, and the one they come back to. */
  readonly processes: readonly [here: FastifyInstance, there: FastifyInstance];
  /** Of the browser they are signed in with. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A merchant who begins in one process and comes back to another. */
export function sendMerchant({ publicUrl, database, processes, headers }: Merchants, storeId: StoreId) {
  const [here, there] = processes;
  const api = `/api/v1/stores/${storeId}/connections`;
  return {
    async begin(payload: object) {
      const answer = await here.inject({ method: 'POST', url: `${api}/authorize`, headers, payload });
      if (answer.statusCode !== 201) return { refused: answer.json<{ code: string; errors: { path: string }[] }>() };
      const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      return { ...answer.json<{ id: string; url: string }>(), cookie, setCookie: String(answer.headers['set-cookie']) };
    },
    back: (url: string, cookie: string) =>
      there.inject({ url: url.slice(publicUrl.length), headers: { cookie: `other=1; ${cookie}` } }),
    post: (url: string, body: Buffer) =>
      there.inject({
        method: 'POST',
        url: url.slice(publicUrl.length),
        headers: { 'content-type': 'application/json' },
        payload: body,
      }),
    attempt: async (id: string) => (await here.inject({ url: `${api}/attempts/${id}`, headers })).json<object>(),
    connections: async () => await database.withStore(storeId, (tx) => listConnections(tx, storeId)),
    list: async () =>
      (await there.inject({ url: api, headers })).json<{
        data: { id: string; pausedReason: string | null; canReauthorize: boolean }[];
      }>().data,
  };
}
