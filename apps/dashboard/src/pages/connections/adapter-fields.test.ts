import { describe, expect, it } from 'vitest';

import { listFields, toConfig, toFilledForm } from './adapter-fields.ts';

const smtp = {
  type: 'object',
  properties: {
    host: { type: 'string', minLength: 1 },
    port: { type: 'integer', default: 587 },
    requireTls: { type: 'boolean', default: true },
    password: { anyOf: [{ type: 'string' }, { type: 'null' }], default: null },
    region: { type: 'string', enum: ['eu', 'us'], default: 'eu' },
    dkim: {
      anyOf: [{ type: 'object', properties: { domain: { type: 'string' } }, required: ['domain'] }, { type: 'null' }],
      default: null,
    },
    bounceMailbox: {
      anyOf: [
        {
          type: 'object',
          properties: { host: { type: 'string' }, port: { type: 'integer', default: 993 } },
          required: ['host'],
        },
        { type: 'null' },
      ],
      default: null,
    },
  },
  required: ['host'],
};

describe('the form of an adapter', () => {
  it('asks for every setting, and hides secrets', () => {
    const fields = listFields(smtp);
    expect(fields.map(({ path, kind }) => [path.join('.'), kind])).toEqual([
      ['host', 'text'],
      ['port', 'number'],
      ['requireTls', 'boolean'],
      ['password', 'secret'],
      ['region', 'choice'],
      ['dkim.domain', 'text'],
      ['bounceMailbox.host', 'text'],
      ['bounceMailbox.port', 'number'],
    ]);
    expect(fields.filter(({ isRequired }) => isRequired).map(({ path }) => path)).toEqual([['host']]);
  });

  it('gives what was typed in, in its type, and leaves out what was left empty', () => {
    const fields = listFields(smtp);
    expect(toConfig(fields, { host: ' smtp.example.com ', requireTls: 'false' })).toEqual({
      host: 'smtp.example.com',
      port: 587,
      requireTls: false,
      region: 'eu',
    });
    expect(toConfig(fields, { host: 'a', 'dkim.domain': 'example.com' })).toMatchObject({
      dkim: { domain: 'example.com' },
    });
  });

  it('takes a group of settings for given when one of them is, not for what they begin with', () => {
    const fields = listFields(smtp);
    expect(toConfig(fields, { host: 'a' })).not.toHaveProperty('bounceMailbox');
    expect(toConfig(fields, { host: 'a', 'bounceMailbox.port': '993' })).not.toHaveProperty('bounceMailbox');
    expect(toConfig(fields, { host: 'a', 'bounceMailbox.host': 'imap.example.com' })).toMatchObject({
      bounceMailbox: { host: 'imap.example.com', port: 993 },
    });
  });

  it('hides whatever lets somebody in, by its name', () => {
    const names = ['clientSecret', 'accessToken', 'key', 'apiKey', 'password', 'consentMetaKey', 'domain'];
    const fields = listFields({ properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) });
    expect(fields.filter(({ kind }) => kind === 'text').map(({ path }) => path.join('.'))).toEqual(['domain']);
  });

  it('is filled with what may be shown, and keeps what may not when it is left empty', () => {
    const settings = { host: 'a', port: 25, requireTls: false, dkim: { domain: 'example.com' } };
    const { fields, values } = toFilledForm(listFields(smtp), settings, ['password'], 'Kept when empty.');
    expect(fields.find(({ path }) => path[0] === 'password')).toMatchObject({ hint: 'Kept when empty.' });
    expect(toConfig(fields, values)).toEqual({ ...settings, region: 'eu' });
  });

  it('has nothing to ask where there is nothing to set', () => {
    expect(listFields({ type: 'object' })).toEqual([]);
  });
});
