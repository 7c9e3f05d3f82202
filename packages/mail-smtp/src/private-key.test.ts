import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { smtp } from './smtp-adapter.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
const parse = (key: string) =>
  smtp.configSchema.safeParse({
    host: 'smtp.shop.test',
    dkim: { domain: 'shop.test', selector: 'r1', privateKey: key },
  });

test('a key is taken as it is, and also when a form has taken its line breaks away', () => {
  for (const given of [pem, pem.replaceAll('\n', ''), pem.replaceAll('\n', ' '), `  ${pem}\n`])
    expect(parse(given).data?.dkim?.privateKey).toBe(pem);
});

test('half a key is refused when it is given, not when the first mail is signed', () => {
  const half = `${pem.slice(0, pem.length / 2)}\n-----END PRIVATE KEY-----`;
  expect(parse(half).error?.issues).toMatchObject([{ path: ['dkim', 'privateKey'] }]);
});
