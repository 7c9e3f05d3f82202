import { defineErrors } from '../foundation/errors/index.ts';

export const storesErrors = defineErrors({
  'store.not_found': { status: 404, title: 'There is no such store.' },
  'store.slug_taken': { status: 409, title: 'Another store has this slug.' },
  'store.invalid': { status: 422, title: 'The store cannot be made like this.' },
  'connection.not_found': { status: 404, title: 'The store has no such connection.' },
  'connection.adapter_unknown': { status: 422, title: 'This instance has no such adapter.' },
  'connection.config_invalid': { status: 422, title: 'The connection cannot be made with these settings.' },
  'connection.mail_taken': { status: 409, title: 'The store has a mail account already.' },
  'connection.access_failed': { status: 422, title: 'The platform or mail account does not let us in.' },
});
