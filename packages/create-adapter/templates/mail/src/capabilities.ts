import type { MailCapabilities } from '@regulars/adapter-contracts';

/** What Example Shop can do; the kit picks its clauses from it. */
export const capabilities: MailCapabilities = {
  resolution: 'lookup', //? lookup
  resolution: 'none', //! lookup
  deliveryEvents: true, //? receipts
  deliveryEvents: false, //! receipts
  concurrency: 1,
};
