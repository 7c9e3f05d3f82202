export { guardRoutes } from './access-hook.ts';
export { authenticate } from './authenticate.ts';
export { createPeopleAuth, type PeopleAuth } from './people-auth.ts';
export { accessRoutes, doorstepRoutes } from './routes.ts';
export { createSetupLink } from './setup-token.ts';
