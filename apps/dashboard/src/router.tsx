import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';

import { doorstepQuery } from './api/doorstep.ts';
import { instanceQuery } from './api/instance.ts';
import { sessionQuery } from './api/session.ts';
import { storesQuery } from './api/stores.ts';
import { Skeleton } from './components/skeleton.tsx';
import { CrashPage } from './pages/crash-page.tsx';
import { parseConnectionsSearch } from './pages/connections/connections-search.ts';
import { parseCustomerSearch } from './pages/customers/list/customer-search.ts';
import { parsePartSearch } from './pages/customers/part-search.ts';
import { parseMailboxSearch } from './pages/mailbox/mailbox-search.ts';
import { MissingPage } from './pages/missing-page.tsx';
import { parsePlaybookSearch } from './pages/sequences/playbook/playbook-search.ts';
import { SignedIn } from './shell/signed-in.tsx';

const rootRoute = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: MissingPage,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/doorstep/sign-in-page.tsx'), 'SignInPage'),
});

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  validateSearch: (search): { token?: string } =>
    typeof search['token'] === 'string' ? { token: search['token'] } : {},
  component: lazyRouteComponent(() => import('./pages/doorstep/setup-page.tsx'), 'SetupPage'),
});

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  validateSearch: (search): { token?: string } =>
    typeof search['token'] === 'string' ? { token: search['token'] } : {},
  component: lazyRouteComponent(() => import('./pages/doorstep/join-page.tsx'), 'JoinPage'),
});

const newPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/new-password',
  validateSearch: (search): { token?: string } =>
    typeof search['token'] === 'string' ? { token: search['token'] } : {},
  component: lazyRouteComponent(() => import('./pages/doorstep/new-password-page.tsx'), 'NewPasswordPage'),
});

const demoRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/demo',
  component: lazyRouteComponent(() => import('./pages/demo/launch-page.tsx'), 'LaunchPage'),
});

/** Everything behind the sign-in. */
const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: async ({ context: { queryClient } }) => {
    if (queryClient.getQueryData(sessionQuery.queryKey) === undefined) {
      const { isSignedIn } = await queryClient.fetchQuery(doorstepQuery);
      if (!isSignedIn) throw redirect({ to: '/sign-in' });
    }
    await Promise.all([
      queryClient.ensureQueryData(instanceQuery),
      queryClient.ensureQueryData(sessionQuery),
      queryClient.ensureQueryData(storesQuery),
    ]);
  },
  component: SignedIn,
});

const homeRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/',
  beforeLoad: async ({ context: { queryClient } }) => {
    const [store, ...others] = await queryClient.ensureQueryData(storesQuery);
    if (store === undefined) return;
    const { actions } = await queryClient.ensureQueryData(sessionQuery);
    if (others.length > 0 && actions.includes('orders.read')) throw redirect({ to: '/fleet' });
    throw redirect({ to: '/stores/$slug', params: { slug: store.slug } });
  },
  component: lazyRouteComponent(() => import('./pages/no-store-page.tsx'), 'NoStorePage'),
});

const storeRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/stores/$slug',
  // Not in `beforeLoad`: what is missing there takes the whole page, the menu with it.
  loader: async ({ context: { queryClient }, params }) => {
    const stores = await queryClient.ensureQueryData(storesQuery);
    if (!stores.some(({ slug }) => slug === params.slug)) throw notFound();
  },
  component: Outlet,
  notFoundComponent: MissingPage,
});

/** An address that nobody knows, for a person who is signed in: they keep the menu. */
const missingRoute = createRoute({ getParentRoute: () => insideRoute, path: '$', component: MissingPage });

const fleetRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/fleet',
  component: lazyRouteComponent(() => import('./pages/fleet/fleet-page.tsx'), 'FleetPage'),
});

const healthRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/health',
  component: lazyRouteComponent(() => import('./pages/health/health-page.tsx'), 'HealthPage'),
});

const designRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/design',
  component: lazyRouteComponent(() => import('./pages/design/design-page.tsx'), 'DesignPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./pages/people/people-page.tsx'), 'PeoplePage'),
});

const apiKeysRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('./pages/api-keys/api-keys-page.tsx'), 'ApiKeysPage'),
});

const storeHomeRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/home/store-page.tsx'), 'StorePage'),
});

const startRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/start',
  component: lazyRouteComponent(() => import('./pages/start/start-page.tsx'), 'StartPage'),
});

const customersRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/customers',
  validateSearch: parseCustomerSearch,
  component: lazyRouteComponent(() => import('./pages/customers/customers-page.tsx'), 'CustomersPage'),
});

const customerRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/customers/$customerId',
  validateSearch: parsePartSearch,
  component: lazyRouteComponent(() => import('./pages/customers/customer-page.tsx'), 'CustomerPage'),
});

const segmentsRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/segments',
  validateSearch: (search): { state?: 'archived' } => (search['state'] === 'archived' ? { state: 'archived' } : {}),
  component: lazyRouteComponent(() => import('./pages/segments/segments-page.tsx'), 'SegmentsPage'),
});

const newSegmentRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/segments/new',
  validateSearch: (search): { copy?: string } => (typeof search['copy'] === 'string' ? { copy: search['copy'] } : {}),
  component: lazyRouteComponent(() => import('./pages/segments/new-segment-page.tsx'), 'NewSegmentPage'),
});

const segmentRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/segments/$segmentId',
  component: lazyRouteComponent(() => import('./pages/segments/segment-page.tsx'), 'SegmentPage'),
});

const editSegmentRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/segments/$segmentId/edit',
  component: lazyRouteComponent(() => import('./pages/segments/edit-segment-page.tsx'), 'EditSegmentPage'),
});

const mailboxRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/mailbox',
  validateSearch: parseMailboxSearch,
  component: lazyRouteComponent(() => import('./pages/mailbox/mailbox-page.tsx'), 'MailboxPage'),
});

const mailRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/mailbox/$mailId',
  validateSearch: parseMailboxSearch,
  component: lazyRouteComponent(() => import('./pages/mailbox/mail-page.tsx'), 'MailPage'),
});

const sequencesRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/sequences',
  component: lazyRouteComponent(() => import('./pages/sequences/sequences-page.tsx'), 'SequencesPage'),
});

const playbookRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/playbook',
  validateSearch: parsePlaybookSearch,
  component: lazyRouteComponent(() => import('./pages/sequences/playbook/playbook-page.tsx'), 'PlaybookPage'),
});

const sequenceRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/sequences/$sequenceId',
  component: lazyRouteComponent(() => import('./pages/sequences/sequence-page.tsx'), 'SequencePage'),
});

const referralsRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/referrals',
  component: lazyRouteComponent(() => import('./pages/referrals/referrals-page.tsx'), 'ReferralsPage'),
});

const connectionsRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/connections',
  validateSearch: parseConnectionsSearch,
  component: lazyRouteComponent(() => import('./pages/connections/connections-page.tsx'), 'ConnectionsPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => storeRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings/settings-page.tsx'), 'SettingsPage'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  setupRoute,
  joinRoute,
  newPasswordRoute,
  demoRoute,
  insideRoute.addChildren([
    homeRoute,
    fleetRoute,
    healthRoute,
    peopleRoute,
    apiKeysRoute,
    designRoute,
    storeRoute.addChildren([
      storeHomeRoute,
      startRoute,
      customersRoute,
      customerRoute,
      segmentsRoute,
      newSegmentRoute,
      segmentRoute,
      editSegmentRoute,
      mailboxRoute,
      mailRoute,
      sequencesRoute,
      sequenceRoute,
      playbookRoute,
      referralsRoute,
      connectionsRoute,
      settingsRoute,
    ]),
    missingRoute,
  ]),
]);

/** Every address of the dashboard; pages come over the wire when they are first opened. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingComponent: Skeleton,
    defaultErrorComponent: CrashPage,
    defaultNotFoundComponent: MissingPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
