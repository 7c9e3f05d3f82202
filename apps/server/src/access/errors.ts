import { defineErrors } from '../foundation/errors/index.ts';

export const accessErrors = defineErrors({
  'access.unauthenticated': { status: 401, title: 'Sign in, or send an API key.' },
  'access.sign_in_failed': { status: 401, title: 'The e-mail address and the password do not belong together.' },
  'access.credentials_invalid': { status: 422, title: 'These credentials cannot be used.' },
  'access.forbidden': { status: 403, title: 'Your role or key does not allow this.' },
  'access.setup_link_invalid': { status: 403, title: 'The set-up link is not valid.' },
  'access.already_set_up': { status: 409, title: 'This instance has an owner already.' },
  'access.invitation_invalid': { status: 403, title: 'The invitation is not valid.' },
  'access.invitation_not_found': { status: 404, title: 'There is no such invitation.' },
  'access.password_link_invalid': { status: 403, title: 'The link to a new password is not valid.' },
  'access.email_taken': { status: 409, title: 'Somebody with this e-mail address is here already.' },
  'access.key_not_found': { status: 404, title: 'There is no such API key.' },
  'access.person_not_found': { status: 404, title: 'There is no such person here.' },
  'access.last_owner': { status: 409, title: 'An instance needs at least one owner.' },
  'access.scope_too_wide': { status: 403, title: 'A key cannot do more than the person who makes it.' },
});
