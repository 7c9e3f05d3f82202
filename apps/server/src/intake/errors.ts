import { defineErrors } from '../foundation/errors/index.ts';

export const intakeErrors = defineErrors({
  'webhook.unknown_address': { status: 404, title: 'No connection has this webhook address.' },
  'webhook.signature_missing': { status: 401, title: 'The webhook is not signed.' },
  'webhook.signature_invalid': { status: 401, title: "The webhook's signature does not fit its body." },
  'webhook.timestamp_out_of_tolerance': {
    status: 401,
    title: 'The webhook was signed too long ago, or in the future.',
  },
  'webhook.not_kept': { status: 503, title: 'The delivery could not be kept; send it again.' },
  'delivery.not_found': { status: 404, title: 'There is no such delivery in this store.' },
  'delivery.not_poison': { status: 409, title: 'Only a delivery that could not be used can be replayed.' },
});
