import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startHttpUpstream } from '../upstream/http-upstream.ts';
import { startFakeMailgun, type FakeMailgun } from './fake-mailgun.ts';

let mailgun: FakeMailgun;
beforeEach(async () => {
  mailgun = await startFakeMailgun();
});
afterEach(() => mailgun.close());

function authorization(key = mailgun.apiKey): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`api:${key}`).toString('base64')}` };
}

function send(fields: Readonly<Record<string, string>> = {}, key?: string): Promise<Response> {
  const body = new FormData();
  const all = {
    from: 'Shop <shop@shop.test>',
    to: 'ada@buyer.test',
    subject: 'Hello',
    text: 'Hi',
    'h:Message-Id': '<one@shop.test>',
    'v:effect': 'e-1',
    ...fields,
  };
  for (const [name, value] of Object.entries(all)) body.append(name, value);
  return fetch(`${mailgun.url}/v3/${mailgun.domain}/messages`, { method: 'POST', headers: authorization(key), body });
}

test('a message is queued under the Message-ID it brought', async () => {
  const response = await send();
  expect(await response.json()).toEqual({ id: '<one@shop.test>', message: 'Queued. Thank you.' });
  expect(mailgun.messages).toMatchObject([
    { messageId: 'one@shop.test', to: ['ada@buyer.test'], variables: { effect: 'e-1' } },
  ]);
});

test('a message given as MIME keeps its own headers', async () => {
  const body = new FormData();
  body.append('to', 'ada@buyer.test');
  body.append(
    'message',
    new Blob(['Message-ID: <two@shop.test>\r\nSubject: A long\r\n subject\r\n\r\nHi']),
    'message.eml',
  );
  const response = await fetch(`${mailgun.url}/v3/${mailgun.domain}/messages.mime`, {
    method: 'POST',
    headers: authorization(),
    body,
  });
  expect(response.status).toBe(200);
  expect(mailgun.messages).toMatchObject([{ messageId: 'two@shop.test', subject: 'A long subject' }]);
});

test('a wrong key is answered in plain text', async () => {
  const response = await send({}, 'key-wrong');
  expect([response.status, await response.text()]).toEqual([401, 'Forbidden']);
  expect(mailgun.messages).toEqual([]);
});

test.for([
  [
    'no recipient that is an address',
    { to: 'nobody' },
    'to parameter is not a valid address. please check documentation',
  ],
  ['no body', { text: '' }, "Need at least one of 'text', 'html', 'amp-html' or 'template' parameters specified"],
  ['too many options', { 'v:blob': 'x'.repeat(17_000) }, 'The total size of o:, h:, v: and t: parameters exceeds 16KB'],
] as const)('a message with %s is refused', async ([, fields, message]) => {
  const response = await send(fields);
  expect([response.status, await response.json()]).toEqual([400, { message }]);
});

test('an accepted message is found by Message-ID through the events, and others are not', async () => {
  await send();
  const find = async (id: string): Promise<unknown[]> => {
    const response = await fetch(`${mailgun.url}/v3/${mailgun.domain}/events?message-id=${id}`, {
      headers: authorization(),
    });
    return ((await response.json()) as { items: unknown[] }).items;
  };
  expect(await find('one@shop.test')).toMatchObject([{ event: 'accepted', 'user-variables': { effect: 'e-1' } }]);
  expect(await find('other@shop.test')).toEqual([]);
});

test('an accepted message is found by its variable through the logs', async () => {
  await send();
  const response = await fetch(`${mailgun.url}/v1/analytics/logs`, {
    method: 'POST',
    headers: { ...authorization(), 'content-type': 'application/json' },
    body: JSON.stringify({
      filter: { AND: [{ attribute: 'user_variables', comparator: '=', values: [{ label: '', value: 'effect:e-1' }] }] },
    }),
  });
  expect(((await response.json()) as { items: unknown[] }).items).toHaveLength(1);
});

test('a connection reset after the work leaves the message taken', async () => {
  mailgun.fail({ kind: 'resetAfter' });
  await expect(send()).rejects.toThrow();
  expect(mailgun.messages).toHaveLength(1);
});

test('a connection reset instead of the work leaves nothing', async () => {
  mailgun.fail({ kind: 'resetInstead' });
  await expect(send()).rejects.toThrow();
  expect(mailgun.messages).toEqual([]);
});

test('an answer that comes late comes after the work', async () => {
  mailgun.fail({ kind: 'delayAfter', delayMs: 60_000 });
  const signal = AbortSignal.timeout(150);
  await expect(
    fetch(`${mailgun.url}/v3/${mailgun.domain}/messages`, {
      method: 'POST',
      headers: authorization(),
      body: new URLSearchParams({ from: 'a@b.test', to: 'ada@buyer.test', text: 'x' }),
      signal,
    }),
  ).rejects.toThrow();
  expect(mailgun.messages).toHaveLength(1);
});

test('a limit is answered once and then lifted', async () => {
  mailgun.fail({
    kind: 'answerInstead',
    status: 429,
    headers: { 'retry-after': '120' },
    body: '{"message":"try again after 120 seconds"}',
  });
  expect((await send()).status).toBe(429);
  expect((await send()).status).toBe(200);
});

test('a webhook is signed over timestamp and token', async () => {
  const hook = await startHttpUpstream(() => ({ status: 200 }));
  await mailgun.deliver(`${hook.url}/hook`, { event: 'delivered', recipient: 'ada@buyer.test' });
  const { signature, ...rest } = JSON.parse(String(hook.requests[0]?.body)) as { signature: Record<string, string> };
  const expected = createHmac('sha256', mailgun.signingKey)
    .update(`${signature['timestamp']}${signature['token']}`)
    .digest('hex');
  expect(signature['signature']).toBe(expected);
  expect(rest).toMatchObject({ 'event-data': { event: 'delivered', recipient: 'ada@buyer.test' } });
  await hook.close();
});
