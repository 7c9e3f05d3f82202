import type { OrderSource } from '@regulars/core/commerce';
import type { OrderFacts } from './facts.ts';

const utmNames = ['source', 'medium', 'campaign', 'content', 'term'];

/** Campaign parameters of a landing page, which may be a path only. */
export function toUtm(landingPage: string | null): Readonly<Record<string, string>> {
  const query = landingPage === null ? '' : (landingPage.split('?')[1]?.split('#')[0] ?? '');
  const parameters = new URLSearchParams(query);
  return Object.fromEntries(
    utmNames.flatMap((name) => {
      const value = parameters.get(`utm_${name}`);
      return value === null || value === '' ? [] : [[name, value] as const];
    }),
  );
}

export function toSource({ sourceName, visit }: OrderFacts): OrderSource | null {
  if (sourceName === null && visit === null) return null;
  return {
    channel: sourceName,
    landingPage: visit?.landingPage ?? null,
    referrerUrl: visit?.referrerUrl ?? null,
    utm: visit?.utm ?? {},
  };
}
