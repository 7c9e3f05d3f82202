import { defineErrors } from '../foundation/errors/index.ts';

export const segmentsErrors = defineErrors({
  'segment.not_found': { status: 404, title: 'There is no such segment in this store.' },
  'segment.customer_not_found': { status: 404, title: 'There is no such customer in this store.' },
  'segment.key_taken': { status: 409, title: 'Another segment has this key.' },
  'segment.in_use': { status: 409, title: 'A sequence that is switched on uses this segment.' },
  'segment.archived': { status: 409, title: 'The segment is archived.' },
  'segment.too_many': { status: 409, title: 'The store has as many segments as it can have.' },
  'segment.rule_invalid': { status: 422, title: 'The rule of the segment cannot be used like this.' },
  'segment.too_slow': { status: 503, title: 'The answer took too long and was given up.' },
  'segment.rule_too_large': { status: 422, title: 'The rule of the segment is too large.' },
});
