import { defineErrors } from '../foundation/errors/index.ts';

export const firstStoreErrors = defineErrors({
  'recorded_order.no_connection': { status: 409, title: 'The store is not connected to WooCommerce.' },
});
