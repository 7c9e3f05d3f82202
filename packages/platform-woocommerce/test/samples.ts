import { readdirSync, readFileSync } from 'node:fs';
import { simple } from './parse.ts';
import { listRecordings, readAnswer } from './recordings.ts';

const folder = new URL('fixtures/', import.meta.url);

/** What a store says, and under which topic. */
export interface Sample {
  readonly name: string;
  readonly topic: string;
  readonly body: unknown;
}

function readFixture(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
}

function listFiles(of: string): readonly string[] {
  return readdirSync(new URL(`${of}/`, folder)).filter((file) => file.endsWith('.json'));
}

/** Each of a list as a sample of its own. */
function toSamples(name: string, topic: string, body: unknown): readonly Sample[] {
  if (!Array.isArray(body)) return [{ name, topic, body }];
  return (body as readonly unknown[]).map((each, at) => ({ name: `${name}.${at}`, topic, body: each }));
}

/** The deliveries of a real store, just as they came. */
const recorded: readonly Sample[] = listRecordings().map(({ file, request, body }) => ({
  name: `live.${file.replace(/\.json$/, '')}`,
  topic: request.headers['x-wc-webhook-topic'] ?? '',
  body,
}));

/** Its answers, as the webhooks that carry the same. */
const answered: readonly Sample[] = listFiles('live-11.0.1').flatMap((file) => {
  const [, resource] = /^rest-(order|customer|product|variation)(?!-(?:delete|refunds))/.exec(file) ?? [];
  if (resource === undefined) return [];
  const topic = `${resource === 'variation' ? 'product' : resource}.updated`;
  return toSamples(file.replace(/\.json$/, ''), topic, readAnswer(file));
});

interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The documentation's examples, and deliveries of an older store. */
const documented: readonly Sample[] = listFiles('docs').flatMap((file) => {
  const name = file.replace(/\.json$/, '');
  const read = readFixture(`docs/${file}`);
  if (!name.startsWith('webhook.'))
    return toSamples(`docs.${name}`, `${/^[a-z]+?(?=s?(-|$))/.exec(name)?.[0]}.updated`, read);
  const { headers, body } = read as Delivery;
  return [{ name: `docs.${name}`, topic: headers['x-wc-webhook-topic'] ?? '', body }];
});

/** A recorded order, with what plugins and gateways make of it. */
const own: readonly Sample[] = listFiles('own').map((file) => {
  const { changes } = readFixture(`own/${file}`) as { readonly changes: object };
  return { name: `own.${file.replace(/\.json$/, '')}`, topic: 'order.updated', body: { ...simple, ...changes } };
});

export const samples: readonly Sample[] = [...recorded, ...answered, ...documented, ...own];
