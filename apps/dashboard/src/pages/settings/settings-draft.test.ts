import { describe, expect, it } from 'vitest';

import type { Store } from '../../api/stores.ts';
import { listWrong, toChange, toDraft } from './settings-draft.ts';

const store: Store = {
  id: '0199a000-0000-7000-8000-000000000000',
  slug: 'kade',
  name: 'Kade',
  url: 'https://kade.example',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  locale: 'nl',
  sender: { name: 'Anna', role: 'owner', email: 'anna@kade.example', replyTo: null },
  postalAddress: null,
  pausedAt: null,
  createdAt: '2026-11-22T12:00:00Z',
};
const changed = (typed: object) => toChange(store, { ...toDraft(store), ...typed });

describe('what is sent of a store’s settings', () => {
  it('is nothing where nothing is new', () => {
    expect(changed({})).toEqual({});
  });

  it('is only what is new, the sender as a whole', () => {
    expect(changed({ name: 'Kade Koffie' })).toEqual({ name: 'Kade Koffie' });
    expect(changed({ replyTo: ' hello@kade.example ' })).toEqual({
      sender: { ...store.sender, replyTo: 'hello@kade.example' },
    });
  });

  it('is null where a line that may be empty is', () => {
    expect(changed({ url: ' ' })).toEqual({ url: null });
    expect(toChange({ ...store, postalAddress: 'Quay 1' }, toDraft(store))).toEqual({ postalAddress: null });
  });
});

it('a refusal is told at the lines it is about', () => {
  expect(listWrong([{ path: '/sender/email' }, { path: '/name' }])).toEqual(['name', 'senderEmail']);
  expect(listWrong([{ path: '/' }])).toEqual([]);
});
