import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

import { answerNotFound } from './answer-errors.ts';

const yearSeconds = 31_536_000;

/** Serves the built dashboard. Files with a hash in their name never change; every other address is a page of it. */
export async function serveDashboard(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(staticFiles, {
    root: folder,
    index: 'index.html',
    cacheControl: false,
    preCompressed: true,
    wildcard: false,
    setHeaders: (reply, path) => {
      const isHashed = /[/\\]assets[/\\]/.test(path);
      void reply.header('cache-control', isHashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !/^\/(api|hooks|assets)\//.test(request.url) &&
      request.headers.accept?.includes('text/html') === true;
    return isPage ? reply.sendFile('index.html') : answerNotFound(request, reply);
  });
}
