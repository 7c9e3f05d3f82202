import { describe, expect, it } from 'vitest';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
import { deriveId } from '../../foundation/ids.ts';
import { chooseTarget } from './choose-target.ts';

const storeId = '018f0000-0000-7000-8000-000000000001' as StoreId;
const woo = { id: 'woo' as ConnectionId, purpose: 'platform' as const, adapterId: 'woocommerce' };
const mail = { id: 'mail' as ConnectionId, purpose: 'mail' as const, adapterId: 'smtp' };
const target = (layoutId: string, connectionId: string | null = null, connections = [mail, woo]) =>
  chooseTarget(storeId, connections, { layoutId, connectionId });
const ofItsOwn = { ok: true, value: { storeId, connectionId: deriveId(storeId, 'imported orders') } };

describe('the orders of a file', () => {
  it('are those of the connection to the platform whose export it is, so that webhooks about them find them', () => {
    expect(target('woocommerce')).toEqual({ ok: true, value: { storeId, connectionId: 'woo' } });
  });

  it('of another system are a source of their own: its ids mean other people and other orders', () => {
    expect(target('plain')).toEqual(ofItsOwn);
    expect(target('shopify')).toEqual(ofItsOwn);
    expect(target('woocommerce', null, [mail])).toEqual(ofItsOwn);
  });

  it('are nobody’s to guess where the store has two connections to that platform', () => {
    expect(target('woocommerce', null, [woo, { ...woo, id: 'second' as ConnectionId }])).toEqual(ofItsOwn);
  });

  it('are those of the connection that was named', () => {
    expect(target('plain', 'woo')).toEqual({ ok: true, value: { storeId, connectionId: 'woo' } });
  });

  it.for(['mail', 'nonsense'])('cannot be those of %s, and the refusal names what there is', (id) => {
    expect(target('plain', id)).toMatchObject({
      ok: false,
      failure: {
        code: 'import.connection_unknown',
        path: '--connection',
        message: expect.stringContaining('woo (woocommerce)'),
      },
    });
  });
});
