import type { FastifyRequest } from 'fastify';

/**
 * Whether a request that changes something comes from our own pages. Browsers send `Origin` with every such request;
 * where it is missing, `Sec-Fetch-Site` must say so (OWASP CSRF Prevention Cheat Sheet, "Verifying Origin").
 */
export function isSameOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const { origin, 'sec-fetch-site': fetchSite } = request.headers;
  if (origin === undefined) return fetchSite === 'same-origin';
  return origin === new URL(publicUrl).origin || origin === `${request.protocol}://${request.host}`;
}
