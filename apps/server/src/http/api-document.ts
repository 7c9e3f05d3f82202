import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';

export interface ApiDocumentOptions {
  readonly publicUrl: string;
  readonly version: string;
}

const description = `Everything the dashboard does, for programs.

Send an API key as \`Authorization: Bearer rk_live_…\`. Lists answer \`{ data, nextCursor }\`; pass \`nextCursor\` as \`cursor\` for the next page.
Every write takes an \`Idempotency-Key\`. Refusals are problem+json with a stable \`code\`. \`RateLimit-*\` headers tell how much is left.`;

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().describe('Stable; see docs/errors.md.'),
    detail: z.string().nullable(),
    errors: z
      .array(z.object({ code: z.string(), path: z.string(), message: z.string() }))
      .describe('The fields at fault, by JSON pointer.'),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });
const refusal = { description: 'Refused.', content: { 'application/problem+json': { schema: problemSchema } } };

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
    transform: (data) => {
      const action = data.route.config?.action;
      // What asks for no action is no part of the API: pages, webhooks, sign-in.
      if (action === undefined) return { schema: { hide: true }, url: data.url };
      const schema = { ...data.schema, response: { ...(data.schema?.response as object), '4XX': refusal } };
      const transformed = jsonSchemaTransform({ ...data, schema });
      return { ...transformed, schema: { ...transformed.schema, 'x-action': action } };
    },
    transformObject: (input) => {
      const document = jsonSchemaTransformObject(input);
      keepUsedSchemas(document);
      return document;
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/reference',
    staticCSP: true,
    // It styles itself inline, here and there.
    transformStaticCSP: (header) => header.replace(/style-src /, "style-src 'unsafe-inline' "),
    theme: {
      title: 'Regulars API',
      css: [{ filename: 'theme.css', content: '.swagger-ui .topbar { display: none; }' }],
    },
    indexPrefix: '',
    uiConfig: { docExpansion: 'list' },
  });
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

const reference = /"#\/components\/schemas\/([^"]+)"/g;

interface Described {
  readonly paths?: object;
  readonly components?: { schemas?: Readonly<Record<string, unknown>> };
}

/** Leaves the schemas that routes lead to, by their names: whatever else is loaded makes its own known, in an order that is chance. */
function keepUsedSchemas({ paths, components = {} }: Described): void {
  const { schemas = {} } = components;
  const used = new Set<string>();
  const follow = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part ?? null).matchAll(reference)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(schemas[name]);
    }
  };
  follow(paths);
  components.schemas = Object.fromEntries([...used].sort().map((name) => [name, schemas[name]]));
}
