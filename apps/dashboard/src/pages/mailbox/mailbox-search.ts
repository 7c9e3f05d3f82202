/** To what the address narrows the mailbox. */
export interface MailboxSearch {
  readonly customer?: string;
  readonly template?: string;
}

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const key = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function parseMailboxSearch(search: Record<string, unknown>): MailboxSearch {
  const { customer, template } = search;
  return {
    ...(typeof customer === 'string' && id.test(customer) ? { customer } : {}),
    ...(typeof template === 'string' && key.test(template) ? { template } : {}),
  };
}

/** The same as the API asks for it. */
export function toMailboxFilter({ customer, template }: MailboxSearch) {
  return {
    ...(customer === undefined ? {} : { customerId: customer }),
    ...(template === undefined ? {} : { templateKey: template }),
  };
}
