import { defineErrors } from '../foundation/errors/index.ts';

export const deliveryErrors = defineErrors({
  'message.not_found': { status: 404, title: 'There is no such message in this store.' },
  'mailbox.message_not_found': { status: 404, title: 'There is no such mail in the local mailbox.' },
  'mailbox.not_to_a_customer': { status: 409, title: 'The mail went to nobody who could reply.' },
  'template.not_found': { status: 404, title: 'There is no such template in this language.' },
  'template.invalid': { status: 422, title: 'The template cannot be used.' },
  'template.liquid_invalid': { status: 422, title: 'A tag or filter is not understood.' },
  'template.variable_unknown': { status: 422, title: 'There is no such variable.' },
  'template.html_forbidden': { status: 422, title: 'The body holds HTML; it is Markdown.' },
  'template.link_unsafe': { status: 422, title: 'A link or picture leads where it may not.' },
  'template.empty': { status: 422, title: 'A mail needs a subject and a body.' },
  'template.too_large': { status: 422, title: 'The template or the mail made from it is too large.' },
  'template.too_slow': { status: 422, title: 'The template takes too long to compile.' },
  'template.render_failed': { status: 422, title: 'The template takes too much time or memory to fill in.' },
  'suppression.address_invalid': { status: 422, title: 'This is no address that mail could be sent to.' },
  'suppression.not_found': { status: 404, title: 'Nothing of this kind forbids writing to this address.' },
});
