import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startHttpUpstream, type HttpUpstream } from '@regulars/adapter-testkit';
import { toInstant } from '@regulars/core/shared';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseWebhook } from '../src/parse-webhook.ts';
import { verifyWebhook } from '../src/verify-webhook.ts';

const guide = readFileSync(new URL('../../../docs/guides/generic-webhook.md', import.meta.url), 'utf8');
const secret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const run = promisify(execFile);

let folder: string;
let receiver: HttpUpstream;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guide-'));
  receiver = await startHttpUpstream(({ headers, body }) => {
    const verdict = verifyWebhook({ headers, body }, { secrets: [secret] }, toInstant(Date.now()));
    return { status: verdict.kind === 'verified' ? 200 : 401 };
  });
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await receiver.close();
});

/** Writes the example of that name to a file, just as it stands in the guide. */
function writeExample(name: string): string {
  const example = [...guide.matchAll(/```(?:sh|js)\n([\s\S]*?)```/g)]
    .map(([, code]) => code ?? '')
    .find((code) => code.includes(`${name}\n`));
  if (example === undefined) throw new Error(`The guide has no example ${name}.`);
  const file = join(folder, name);
  writeFileSync(file, example);
  return file;
}

function expectOrderReceived(): void {
  const body = receiver.requests[0]?.body ?? Buffer.alloc(0);
  expect(parseWebhook({ topic: '', headers: {}, body }, { moneyFormat: 'minor' })).toMatchObject({
    ok: true,
    value: [
      {
        kind: 'orderUpserted',
        order: { externalId: 'A-1001', customer: { email: 'ada@example.com' }, totals: { grandMinor: 1990 } },
      },
    ],
  });
}

const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOOK_URL: `${receiver.url}/hooks/token`,
  SECRET: secret,
  NO_PROXY: '127.0.0.1',
});

test('the example in Node runs, and its order is understood', { timeout: 30_000 }, async () => {
  await run(process.execPath, [writeExample('send-order.mjs')], { env: environment() });
  expectOrderReceived();
});

test('the example in the shell runs, and its order is understood', { timeout: 30_000 }, async () => {
  const example = writeExample('send-order.sh');
  const missing = await listMissing(['curl', 'openssl', 'od']);
  if (missing.length > 0) {
    // Nothing to run it with; the example in Node says the same. Said aloud, because this is no success.
    console.warn(
      `NOT RUN: the shell example of the guide needs ${missing.join(', ')}, which this machine does not have.`,
    );
    return;
  }
  await run('sh', [example], { env: environment() });
  expectOrderReceived();
});

test('a sender with the wrong secret is told so by its exit code', { timeout: 30_000 }, async () => {
  await expect(
    run(process.execPath, [writeExample('send-order.mjs')], { env: { ...environment(), SECRET: 'whsec_AAAA' } }),
  ).rejects.toThrow(/401/);
});

test('every JSON example of the guide is JSON', () => {
  const examples = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json ?? '');
  expect(examples.length).toBeGreaterThan(2);
  for (const json of examples) JSON.parse(json);
});

async function listMissing(programs: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    programs.map((program) =>
      run('sh', ['-c', `command -v ${program}`]).then(
        () => true,
        () => false,
      ),
    ),
  );
  return programs.filter((_, index) => !found[index]);
}
