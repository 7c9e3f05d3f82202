import { defineErrors } from '../foundation/errors/index.ts';

export const referralsErrors = defineErrors({
  'referral.not_found': { status: 404, title: 'There is no such referral in this store.' },
  'referral.not_waiting': { status: 409, title: 'The referral does not wait for a decision.' },
  'referral.program_missing': { status: 404, title: 'The store has no referral programme yet.' },
  'referral.rules_invalid': { status: 422, title: 'The programme cannot work by these rules.' },
  'referral.advocate_unknown': { status: 404, title: 'There is no such customer in this store to be an advocate.' },
});
