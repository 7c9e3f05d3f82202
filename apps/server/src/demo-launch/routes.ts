import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isSameOrigin } from '../access/is-same-origin.ts';
import type { Config } from '../config.ts';
import { problem } from '../foundation/errors/index.ts';
import { requestErrors, type Principal } from '../foundation/http/index.ts';
import type { DemoLauncher } from './demo-launcher.ts';
import { demoLaunchErrors } from './errors.ts';
import { canHostDemo, isFromThisMachine, mayLaunch } from './may-launch.ts';

export interface DemoLaunchDeps {
  readonly launcher: DemoLauncher;
  readonly config: Config;
  readonly authenticate: (request: FastifyRequest) => Promise<Principal | null>;
  /** Whether somebody owns this instance by now. */
  readonly hasOwner: () => Promise<boolean>;
}

const launch = z.object({
  isOffered: z.boolean(),
  state: z.enum(['idle', 'starting', 'listening', 'failed']),
});

/** The button that opens a demo beside this instance. Asked before anybody is known, so it stands outside the guarded API. */
export function demoLaunchRoutes({ launcher, config, authenticate, hasOwner }: DemoLaunchDeps): FastifyPluginAsyncZod {
  const isOffered = async (request: FastifyRequest): Promise<boolean> =>
    canHostDemo(config) && isFromThisMachine(request) && mayLaunch(await authenticate(request), await hasOwner());

  const refuseStrangers = async (request: FastifyRequest) => {
    if (!isSameOrigin(request, config.publicUrl)) throw problem(requestErrors, 'request.origin_refused');
    if (!(await isOffered(request))) throw problem(demoLaunchErrors, 'demo_launch.not_offered');
  };

  return async (app) => {
    app.get('/api/v1/demo-launch', { schema: { response: { 200: launch } } }, async (request) => {
      const offered = await isOffered(request);
      return { isOffered: offered, state: offered ? launcher.state() : 'idle' };
    });

    app.post('/api/v1/demo-launch', { schema: { response: { 202: launch } } }, async (request, reply) => {
      await refuseStrangers(request);
      launcher.launch();
      return reply.status(202).send({ isOffered: true, state: launcher.state() });
    });

    app.post(
      '/api/v1/demo-launch/entry-link',
      { schema: { response: { 200: z.object({ url: z.string() }) } } },
      async (request) => {
        await refuseStrangers(request);
        const url = await launcher.entryLink(request.headers.origin ?? `${request.protocol}://${request.host}`);
        if (url === null) throw problem(demoLaunchErrors, 'demo_launch.not_running');
        return { url };
      },
    );
  };
}
