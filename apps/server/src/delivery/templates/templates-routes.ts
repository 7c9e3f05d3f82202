import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { MailTemplate } from '@regulars/core/messaging';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import { problem } from '../../foundation/errors/index.ts';
import { instant } from '../../foundation/http/index.ts';
import { deliveryErrors } from '../errors.ts';
import { exampleVariables } from './example-variables.ts';
import { previewTemplate } from './preview-template.ts';
import { prepareTemplate, renderTemplate } from './render-template.ts';
import { saveTemplate } from './save-template.ts';
import type { TemplateCompiler } from './template-compiler.ts';
import { listTemplates } from './template-repository.ts';

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Lower case words with dashes, e.g. thank-you.')
  .max(60);
const locale = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'A language such as en or nl-BE.');
const source = z.object({
  subject: z.string(),
  preheader: z.string(),
  body: z.string().describe('Markdown with Liquid outputs and {% if %}.'),
});
const template = source
  .extend({ key: z.string(), locale: z.string(), version: z.number().int(), createdAt: instant })
  .meta({ id: 'Template' });

const preview = z
  .object({
    subject: z.string(),
    html: z.string(),
    text: z.string(),
    version: z.number().int(),
    sender: z.string(),
    recipient: z.string(),
  })
  .meta({ id: 'TemplatePreview' });

const inStore = z.object({ storeId: z.uuid() });
const inTemplate = inStore.extend({ key, locale });

export interface TemplatesRoutesDeps {
  readonly database: Database;
  readonly compiler: TemplateCompiler;
}

/** The letters of a store: read, tried out, and written anew. */
export function templatesRoutes({ database, compiler }: TemplatesRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/templates',
      config: { action: 'messages.read' },
      schema: {
        tags: ['Templates'],
        summary: 'Lists a store’s templates in their newest version',
        params: inStore,
        response: { 200: z.object({ data: z.array(template), nextCursor: z.null() }) },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const rows = await database.withStore(storeId, (tx) => listTemplates(tx, storeId));
        return {
          data: rows.map(({ source: { subject, preheader, body }, ...row }) => ({ ...row, subject, preheader, body })),
          nextCursor: null,
        };
      },
    });

    app.route({
      method: 'POST',
      url: '/stores/:storeId/templates/preview',
      config: { action: 'messages.read' },
      schema: {
        tags: ['Templates'],
        summary: 'Fills a template with an example, without saving it',
        params: inStore,
        body: source.extend({ locale }),
        response: { 200: z.object({ subject: z.string(), html: z.string(), text: z.string() }) },
      },
      handler: async ({ body }) =>
        renderTemplate(prepareTemplate(await compileOrRefuse({ key: 'preview', ...body })), exampleVariables[0]),
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/templates/:key/:locale/preview',
      config: { action: 'messages.read' },
      schema: {
        tags: ['Templates'],
        operationId: 'previewStoredTemplate',
        summary: 'Fills the newest version of a template, as a customer of the store would get it now',
        params: inTemplate,
        querystring: z.object({
          customerId: z
            .uuid()
            .optional()
            .describe('For this customer and their last order; else for somebody made up.'),
          purpose: z
            .enum(['marketing', 'transactional'])
            .default('marketing')
            .describe('Why it would be sent; a transactional mail carries no unsubscribe link.'),
        }),
        response: { 200: preview },
      },
      handler: async ({ params, query }) => {
        const storeId = params.storeId as StoreId;
        const customerId = (query.customerId ?? null) as CustomerId | null;
        const { key: wanted, locale: language } = params;
        const found = await database.withStore(storeId, (tx) =>
          previewTemplate(tx, storeId, { key: wanted, locale: language, purpose: query.purpose, customerId }),
        );
        if (found === null) throw problem(deliveryErrors, 'template.not_found');
        return found;
      },
    });

    app.route({
      method: 'PUT',
      url: '/stores/:storeId/templates/:key/:locale',
      config: { action: 'messages.write' },
      schema: {
        tags: ['Templates'],
        summary: 'Writes the next version of a template; mails from then on are made from it',
        params: inTemplate,
        body: source,
        response: { 200: z.object({ key: z.string(), locale: z.string(), version: z.number().int() }) },
      },
      handler: async ({ params, body }) => {
        const saved = await saveTemplate({ database, compiler }, params.storeId as StoreId, {
          key: params.key,
          locale: params.locale,
          ...body,
        });
        if (!saved.ok) throw problem(deliveryErrors, 'template.invalid', null, saved.failure);
        return saved.value;
      },
    });

    async function compileOrRefuse(given: MailTemplate) {
      const [result] = await compiler.compile([given]);
      if (result?.ok === true) return result.value;
      throw problem(deliveryErrors, 'template.invalid', null, result?.failure ?? []);
    }
  };
}
