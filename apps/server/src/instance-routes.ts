import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { InstanceKind } from './foundation/database/instance-kind.ts';

export interface InstanceRoutesDeps {
  readonly kind: InstanceKind;
  readonly version: string;
}

/** What one is in: the dashboard shows the bar with the clock in a demo, and nowhere else. */
export function instanceRoutes({ kind, version }: InstanceRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/instance',
      config: { action: 'session.read' },
      schema: {
        tags: ['Session'],
        operationId: 'getInstance',
        summary: 'Which kind of instance is this, and which version?',
        response: {
          200: z.object({ kind: z.enum(['real', 'demo']), version: z.string() }).meta({ id: 'Instance' }),
        },
      },
      handler: async () => ({ kind, version }),
    });
  };
}
