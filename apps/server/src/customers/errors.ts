import { defineErrors } from '../foundation/errors/index.ts';

export const customersErrors = defineErrors({
  'storefront.key_unknown': { status: 404, title: 'No shop has this key.' },
  'storefront.other_shop': { status: 403, title: 'The key is for the pages of another shop.' },
  'customer.not_found': { status: 404, title: 'There is no such customer in this store.' },
  'data_request.not_found': { status: 404, title: 'Nobody asked for this in this store.' },
});
