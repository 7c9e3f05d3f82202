import type { FastifyInstance } from 'fastify';
import type { Rejection } from '@regulars/core/shared';

import { problem } from '../foundation/errors/index.ts';
import { requestErrors } from '../foundation/http/index.ts';

/**
 * Refuses text that Postgres cannot keep: the NUL character, and halves of surrogate pairs, which jsonb rejects. No schema
 * has to think of it, and no query fails of it.
 */
export function refuseUnstorableText(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query, body }) => {
    const rejections = [...find(params, '/params'), ...find(query, '/query'), ...find(body, '')];
    if (rejections.length > 0) throw problem(requestErrors, 'request.invalid', null, rejections);
  });
}

function find(value: unknown, path: string): Rejection[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [toRejection(path)];
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    isStorable(name) ? find(inner, `${path}/${name}`) : [toRejection(path)],
  );
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function toRejection(path: string): Rejection {
  return { code: 'request.invalid', path, message: 'Text has no NUL character and no half of a surrogate pair.' };
}
