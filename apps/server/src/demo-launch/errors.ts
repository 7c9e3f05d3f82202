import { defineErrors } from '../foundation/errors/index.ts';

export const demoLaunchErrors = defineErrors({
  'demo_launch.not_offered': { status: 403, title: 'A demo can be started here only by its owner, on this machine.' },
  'demo_launch.not_running': { status: 409, title: 'The demo is not running yet.' },
});
