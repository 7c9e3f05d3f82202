import { defineErrors } from '../foundation/errors/index.ts';

export const casesErrors = defineErrors({
  'case.not_found': { status: 404, title: 'There is no such case in this store.' },
  'case.already_closed': { status: 409, title: 'The case is closed already.' },
});
