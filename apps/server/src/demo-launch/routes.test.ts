import fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import type { Action, Principal } from '../foundation/http/index.ts';
import { answerErrors } from '../http/answer-errors.ts';
import type { DemoLauncher } from './demo-launcher.ts';
import { demoLaunchRoutes } from './routes.ts';

let launches: number;
let enteredFrom: string | null;
/** Starts nothing: who may start a demo is one matter, the process another. */
const launcher: DemoLauncher = {
  state: () => (launches === 0 ? 'idle' : 'listening'),
  launch: () => {
    launches += 1;
  },
  entryLink: async (from) => {
    enteredFrom = from;
    return launches === 0 ? null : 'http://localhost:3001/demo/enter?token=once';
  },
  stop: async () => undefined,
};
const personWith = (...actions: readonly Action[]): Principal => ({
  kind: 'person',
  id: 'somebody',
  actions: new Set(actions),
  storeIds: null,
});

async function open({
  environment = {},
  owner = false,
  principal = null,
}: {
  readonly environment?: Record<string, string>;
  readonly owner?: boolean;
  readonly principal?: Principal | null;
} = {}) {
  const app = fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app);
  await app.register(
    demoLaunchRoutes({
      launcher,
      config: readConfig({}, environment),
      authenticate: async () => principal,
      hasOwner: async () => owner,
    }),
  );
  const here = { host: 'localhost:3000', origin: 'http://localhost:3000' };
  const send = async (method: 'GET' | 'POST', path: string, headers: Record<string, string>) =>
    await app.inject({ method, url: `/api/v1/demo-launch${path}`, headers: { ...here, ...headers } });
  return {
    isOffered: async (headers: Record<string, string> = {}) =>
      (await send('GET', '', headers)).json<{ isOffered: boolean }>().isOffered,
    launch: async (headers: Record<string, string> = {}) => await send('POST', '', headers),
    enter: async (headers: Record<string, string> = {}) => await send('POST', '/entry-link', headers),
  };
}

beforeEach(() => {
  launches = 0;
  enteredFrom = null;
});

describe('starting a demo from the browser', () => {
  it('is offered to whoever sits at the machine, before there is an owner', async () => {
    expect(await (await open()).isOffered()).toBe(true);
  });

  it('is offered to people who may make stores once there is one, and to nobody else', async () => {
    expect(await (await open({ owner: true })).isOffered()).toBe(false);
    expect(await (await open({ owner: true, principal: personWith('stores.read') })).isOffered()).toBe(false);
    expect(await (await open({ owner: true, principal: personWith('stores.write') })).isOffered()).toBe(true);
    const key: Principal = { ...personWith('stores.write'), kind: 'apiKey' };
    expect(await (await open({ owner: true, principal: key })).isOffered()).toBe(false);
  });

  it.each<Record<string, string>>([
    { DATABASE_URL: 'postgres://regulars@db.example/regulars' },
    { HOST: '0.0.0.0' },
    { REGULARS_ROLE: 'api' },
  ])('is not offered with %j: only the embedded default is a newcomer’s own machine', async (environment) => {
    const instance = await open({ environment });
    expect(await instance.isOffered()).toBe(false);
    expect((await instance.launch()).json()).toMatchObject({ status: 403, code: 'demo_launch.not_offered' });
    expect(launches).toBe(0);
  });

  it('is not offered through a proxy, nor under a name that was made to point here', async () => {
    const instance = await open();
    expect(await instance.isOffered({ 'x-forwarded-for': '203.0.113.7' })).toBe(false);
    const evil = { host: 'evil.example:3000', origin: 'http://evil.example:3000' };
    expect(await instance.isOffered(evil)).toBe(false);
    expect((await instance.launch(evil)).json()).toMatchObject({ status: 403, code: 'demo_launch.not_offered' });
    expect(launches).toBe(0);
  });

  it('is refused to other sites', async () => {
    const answer = await (await open()).launch({ origin: 'https://evil.example' });
    expect(answer.json()).toMatchObject({ status: 403, code: 'request.origin_refused' });
    expect(launches).toBe(0);
  });

  it('gives a way in when it runs, not before', async () => {
    const instance = await open();
    expect((await instance.enter()).json()).toMatchObject({ status: 409, code: 'demo_launch.not_running' });
    expect((await instance.launch()).statusCode).toBe(202);
    expect((await instance.enter()).json()).toMatchObject({ url: expect.stringContaining('/demo/enter?token=') });
  });

  it('tells the demo which instance one comes from, by the address the browser knows it by', async () => {
    const instance = await open();
    await instance.launch();
    const host = '127.0.0.1:3000';
    await instance.enter({ host, origin: `http://${host}` });
    expect(enteredFrom).toBe(`http://${host}`);
  });
});
