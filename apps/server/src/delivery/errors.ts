import { defineErrors } from '../foundation/errors/index.ts';

export const deliveryErrors = defineErrors({
  'message.not_found': { status: 404, title: 'There is no such message in this store.' },
  'mailbox.message_not_found': { status: 404, title: 'There is no such mail in the local mailbox.' },
  'template.invalid': { status: 422, title: 'The template cannot be used.' },
  'template.not_found': { status: 404, title: 'There is no such template in this store.' },
  'suppression.address_invalid': { status: 422, title: 'This is no address that mail could be sent to.' },
  'suppression.not_found': { status: 404, title: 'Nothing of this kind forbids writing to this address.' },
});
