import { defineErrors } from '../foundation/errors/index.ts';

export const sequencesErrors = defineErrors({
  'sequence.not_found': { status: 404, title: 'There is no such sequence in this store.' },
  'sequence.customer_not_found': { status: 404, title: 'There is no such customer in this store.' },
  'sequence.key_taken': { status: 409, title: 'Another sequence has this key.' },
  'sequence.key_fixed': { status: 422, title: 'The key of a sequence does not change.' },
  'sequence.never_switched_on': { status: 409, title: 'The sequence was never switched on.' },
  'sequence.definition_invalid': { status: 422, title: 'The sequence cannot be written like this.' },
  'sequence.step_duplicate': { status: 422, title: 'Two steps have the same name.' },
  'sequence.step_unknown': { status: 422, title: 'A step leads to one that does not exist.' },
  'sequence.step_unreachable': { status: 422, title: 'Nothing leads to a step.' },
  'sequence.loop_without_wait': { status: 422, title: 'Steps go round in a circle without a wait.' },
  'sequence.reentry_impossible': { status: 422, title: 'The trigger and the re-entry exclude each other.' },
  'sequence.template_missing': { status: 422, title: 'A step sends a template the store does not have.' },
  'sequence.segment_missing': { status: 422, title: 'The sequence names a segment the store does not have.' },
  'enrollment.not_found': { status: 404, title: 'There is no such enrollment in this store.' },
  'enrollment.not_failed': { status: 409, title: 'The enrollment was not set aside.' },
});
