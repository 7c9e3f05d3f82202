import { describe, expect, it } from 'vitest';
import type { ConnectionSync } from '../../sync/answers.ts';
import { chooseConnection } from './choose-connection.ts';

const connection = (connectionId: string): ConnectionSync => ({
  connectionId,
  adapterId: 'woocommerce',
  canPull: true,
  canHook: true,
  canCount: true,
  hasDelivered: true,
  pulls: [],
  hooks: null,
  count: null,
});
const [one, two] = [connection('one'), connection('two')];

describe('the connection a command speaks of', () => {
  it('is the only one when none is named', () => {
    expect(chooseConnection([one], null)).toEqual({ ok: true, value: one });
  });

  it('is the one that is named', () => {
    expect(chooseConnection([one, two], 'two')).toEqual({ ok: true, value: two });
  });

  it('is never guessed: of several one has to be named, and those there are are told', () => {
    expect(chooseConnection([one, two], null)).toMatchObject({
      failure: { path: '--connection', message: expect.stringContaining('one (woocommerce), two (woocommerce)') },
    });
    expect(chooseConnection([one], 'three')).toMatchObject({ ok: false });
    expect(chooseConnection([], null)).toMatchObject({ failure: { message: expect.stringContaining('has none') } });
  });
});
