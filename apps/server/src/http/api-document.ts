import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

export interface ApiDocumentOptions {
  readonly publicUrl: string;
  readonly version: string;
}

const description = `Everything the dashboard does, for programs.

Send an API key as \`Authorization: Bearer rk_live_…\`. Lists answer \`{ data, nextCursor }\`; pass \`nextCursor\` as \`cursor\` for the next page.
Every write takes an \`Idempotency-Key\`. Refusals are problem+json with a stable \`code\`. \`RateLimit-*\` headers tell how much is left.`;

/** Collects the routes that are registered after it into an OpenAPI 3.1 document, and shows it at /api/reference. */
export async function addApiDocument(app: FastifyInstance, { publicUrl, version }: ApiDocumentOptions): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Regulars', version, description, license: { name: 'MIT', identifier: 'MIT' } },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: { apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, `rk_live_…`.' } },
      },
      security: [{ apiKey: [] }],
    },
    // What asks for no action is no part of the API: pages, webhooks, sign-in.
    transform: (data) =>
      data.route.config?.action === undefined ? { schema: { hide: true }, url: data.url } : jsonSchemaTransform(data),
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/reference',
    staticCSP: true,
    indexPrefix: '',
    uiConfig: { docExpansion: 'list' },
  });
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
