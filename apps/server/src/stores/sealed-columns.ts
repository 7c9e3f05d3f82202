import type { SealedColumn } from '../foundation/secrets/reseal.ts';

const ofConnection = (column: string, field: string): SealedColumn => ({
  table: 'connection',
  column,
  key: ['store_id', 'id'],
  toContext: ({ store_id: storeId, id }) => `connection|${storeId}|${id}|${field}`,
});

const ofAttempt = (column: string, field: string): SealedColumn => ({
  table: 'connection_attempt',
  column,
  key: ['store_id', 'id'],
  toContext: ({ store_id: storeId, id }) => `connection attempt|${storeId}|${id}|${field}`,
});

/** Where this room keeps secrets. */
export const sealedColumns: readonly SealedColumn[] = [
  ofConnection('config_sealed', 'config'),
  ofConnection('webhook_secret_sealed', 'webhook secret'),
  ofConnection('previous_webhook_secret_sealed', 'webhook secret'),
  ofConnection('hook_token_sealed', 'hook token'),
  ofConnection('loan_sealed', 'loan'),
  ofAttempt('settings_sealed', 'settings'),
  ofAttempt('callback_sealed', 'callback'),
];
