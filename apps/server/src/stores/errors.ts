import { defineErrors } from '../foundation/errors/index.ts';

export const storesErrors = defineErrors({
  'store.not_found': { status: 404, title: 'There is no such store.' },
  'store.slug_taken': { status: 409, title: 'Another store has this slug.' },
  'store.invalid': { status: 422, title: 'The store cannot be made like this.' },
  'connection.not_found': { status: 404, title: 'The store has no such connection.' },
  'connection.adapter_unknown': { status: 422, title: 'This instance has no such adapter.' },
  'connection.config_invalid': { status: 422, title: 'The connection cannot be made with these settings.' },
  'connection.mail_taken': { status: 409, title: 'The store has a mail account already.' },
  'connection.secret_fixed': {
    status: 409,
    title: 'The platform itself sets the secret its webhooks are signed with.',
  },
  'connect.person_needed': { status: 403, title: 'Only a person in a browser can be sent to a platform.' },
  'connect.not_offered': { status: 422, title: 'This platform cannot be connected with one click.' },
  'connect.not_possible': { status: 422, title: 'This instance cannot connect the platform with one click.' },
  'connect.erasing': { status: 409, title: 'What this connection told is being forgotten.' },
  'connect.attempt_not_found': { status: 404, title: 'There is no such attempt to connect.' },
  'connect.state_unknown': { status: 404, title: 'Nobody waits for this answer, or no longer.' },
  'connect.callback_invalid': { status: 422, title: 'This grants nothing that can be used.' },
  'connect.expired': { status: 409, title: 'The merchant came back too late.' },
  'connect.denied': { status: 409, title: 'It was not allowed on the platform.' },
  'connect.not_genuine': { status: 409, title: 'The answer did not come from the platform, or not for this store.' },
  'connect.not_completed': { status: 409, title: 'The platform gave no access.' },
  'connect.access_failed': { status: 409, title: 'The access that was given does not serve.' },
  'storefront.carts_told': { status: 409, title: 'The platform itself tells of carts; the shop’s pages need not.' },
  'connection.access_failed': { status: 422, title: 'The platform or mail account does not let us in.' },
});
