import { defineErrors } from '../foundation/errors/index.ts';

export const customersErrors = defineErrors({
  'customer.not_found': { status: 404, title: 'There is no such customer in this store.' },
  'data_request.not_found': { status: 404, title: 'Nobody asked for this in this store.' },
});
