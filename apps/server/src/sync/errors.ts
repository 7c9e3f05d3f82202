import { defineErrors } from '../foundation/errors/index.ts';

export const syncErrors = defineErrors({
  'pull.not_found': { status: 404, title: 'There is no such pull in this store.' },
  'pull.not_offered': { status: 409, title: 'The platform of this connection cannot be read page by page.' },
  'pull.already_running': { status: 409, title: 'A back-fill of this connection is under way.' },
  'pull.not_pausable': { status: 409, title: 'The pull has ended, so there is nothing to pause.' },
  'pull.not_resumable': { status: 409, title: 'The pull is neither paused nor failed, so there is nothing to resume.' },
  'hooks.not_offered': { status: 409, title: 'The webhooks of this connection are not registered by us.' },
  'order_check.not_offered': {
    status: 409,
    title: 'The platform of this connection cannot say how many orders it has.',
  },
  'order_check.nothing_differs': {
    status: 409,
    title: 'Nothing was found to differ, so there is nothing to read again.',
  },
});
