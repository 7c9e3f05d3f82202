import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestHttpApp, testPublicUrl, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { programEnvironment } from '../../test-support/program-environment.ts';
import { signIn } from '../../test-support/sign-in.ts';

const program = fileURLToPath(new URL('main.ts', import.meta.url));
const run = promisify(execFile);
const headers = { origin: testPublicUrl };

let http: TestHttpApp;
beforeAll(async () => {
  http = await createTestHttpApp();
  await signIn(http, { role: 'owner', email: 'locked-out@agency.example' });
});
afterAll(() => http.close());

interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as somebody does at a terminal. */
async function people(...args: readonly string[]): Promise<Printed> {
  const env = {
    ...programEnvironment(),
    DATABASE_URL: http.databaseUrl,
    REGULARS_PUBLIC_URL: testPublicUrl,
    REGULARS_SECRET_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`,
  };
  return await run(process.execPath, ['--conditions=source', program, 'people', ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Printed) => error,
  );
}

describe('regulars people', () => {
  it('lists who may sign in, as what', async () => {
    const { code, stdout } = await people('list');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/locked-out@agency\.example +owner +owner +all\n/)]);
  });

  it('lets the only owner in again, who forgot the password', async () => {
    const { code, stdout } = await people('reset', 'Locked-Out@agency.example');
    const [link = '', ...lines] = stdout.split('\n');
    expect([code, lines.join('\n')]).toEqual([0, expect.stringContaining('whoever may run this command')]);
    const token = new URL(link).searchParams.get('token');
    const chosen = { token, password: 'quite another password' };
    const answer = await http.app.inject({ method: 'POST', url: '/api/new-password', headers, payload: chosen });
    expect(answer.statusCode).toBe(204);
  });

  it('ends with 1 for an address that nobody here has, and does not repeat it', async () => {
    const { code, stderr } = await people('reset', 'nobody@agency.example', '--json');
    expect([code, stderr]).toEqual([1, expect.stringContaining('regulars people list')]);
    expect(stderr).not.toContain('nobody@');
  });
});
