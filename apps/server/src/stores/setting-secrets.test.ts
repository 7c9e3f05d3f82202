import { expect, it } from 'vitest';
import { fillSecrets, hideSecrets } from './setting-secrets.ts';

const present = {
  host: 'smtp.example.com',
  port: 587,
  user: 'mia',
  password: 'p1',
  dkim: { domain: 'example.com', privateKey: 'k1' },
  bounceMailbox: null,
};

it('what lets somebody in is not shown, only that it was given', () => {
  expect(hideSecrets(present)).toEqual({
    settings: { host: 'smtp.example.com', port: 587, user: 'mia', dkim: { domain: 'example.com' } },
    hidden: ['password', 'dkim.privateKey'],
  });
  expect(hideSecrets({ callbackUrl: 'https://mia:p1@shop.example' })).toEqual({
    settings: {},
    hidden: ['callbackUrl'],
  });
});

it('a secret that was left out stays as it is, and one that is given or taken away does not', () => {
  const { host, user } = present;
  expect(fillSecrets(present, { host, user: 'bo', dkim: { domain: 'example.com' } })).toEqual({
    config: { host, user: 'bo', password: 'p1', dkim: { domain: 'example.com', privateKey: 'k1' } },
    needed: [],
  });
  expect(fillSecrets(present, { host, user, password: 'p2' }).config).toEqual({ host, user, password: 'p2' });
  expect(fillSecrets(present, { host, user, password: null }).config).toMatchObject({ password: null });
});

it('a secret is never sent to another address than it was given for', () => {
  const moved = { host: 'smtp.thief.example', user: 'mia', dkim: { domain: 'example.com' } };
  expect(fillSecrets(present, moved)).toMatchObject({ needed: ['password'] });
  expect(fillSecrets(present, moved).config).not.toHaveProperty('password');
  expect(fillSecrets(present, { ...moved, password: 'p1' }).needed).toEqual([]);
});

it('nor is it sent to an address where none was given', () => {
  const moved = { region: 'eu', baseUrl: 'https://thief.example' };
  expect(fillSecrets({ region: 'eu', apiKey: 'k1' }, moved)).toEqual({ config: moved, needed: ['apiKey'] });
});
