import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';

import { signOut } from '../api/doorstep.ts';
import { instanceQuery } from '../api/instance.ts';
import { sessionQuery } from '../api/session.ts';
import { storesQuery } from '../api/stores.ts';
import { Skeleton } from '../components/skeleton.tsx';
import { ToastRoom } from '../components/toast.tsx';
import { AppShell } from './app-shell.tsx';
import { instancePages, storePages } from './destinations.ts';
import { samePage } from './same-page.ts';
import { useShortcuts } from './use-shortcuts.ts';

const DemoFrame = lazy(async () => ({ default: (await import('./demo-frame.tsx')).DemoFrame }));
const Palette = lazy(loadPalette);
const ShortcutsDialog = lazy(async () => ({ default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog }));

async function loadPalette() {
  return { default: (await import('./palette/palette.tsx')).Palette };
}

/** Well after the first page stands. */
const idleMs = 2_000;

/** The shell for a person who is signed in. */
export function SignedIn() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: stores } = useSuspenseQuery(storesQuery);
  const isDemo = useSuspenseQuery(instanceQuery).data.kind === 'demo';
  const { slug } = useParams({ strict: false });
  const pathname = useLocation({ select: (location) => location.pathname });
  const navigate = useNavigate();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [inFront, setInFront] = useState<'palette' | 'shortcuts' | null>(null);
  const store = stores.find((candidate) => candidate.slug === slug) ?? stores[0] ?? null;

  useEffect(() => {
    // There before it is asked for, so that no letter is lost that is typed right behind the key.
    const loading = setTimeout(() => void loadPalette().catch(() => undefined), idleMs);
    return () => clearTimeout(loading);
  }, []);

  const leave = async () => {
    // Away first: a form that is not saved may hold one back, and whoever stays, stays signed in.
    await navigate({ to: '/sign-in' });
    if (router.state.location.pathname !== '/sign-in') return;
    try {
      await signOut();
    } catch {
      // Still signed in, and shown to be.
      return await navigate({ to: '/' });
    }
    // What one person saw is not left for the next one.
    queryClient.clear();
  };
  const goTo = (letter: string) => {
    const isMeant = (page: { readonly letter: string; readonly needs: string }) =>
      page.letter === letter && session.actions.includes(page.needs);
    const storePage = store === null ? undefined : storePages.find(isMeant);
    const page = instancePages.find(isMeant);
    if (store !== null && storePage !== undefined) void navigate({ to: storePage.to, params: { slug: store.slug } });
    else if (page !== undefined) void navigate({ to: page.to });
  };
  useShortcuts({
    onFind: () => setInFront('palette'),
    onHelp: () => setInFront('shortcuts'),
    onGo: goTo,
  });

  const sources = { session, stores, store, onSignOut: () => void leave() };
  return (
    <ToastRoom>
      <AppShell
        {...sources}
        pathname={pathname}
        onStore={(chosen) => void navigate({ to: samePage(pathname), params: { slug: chosen } })}
        onFind={() => setInFront('palette')}
      >
        {isDemo ? (
          <Suspense fallback={<Skeleton />}>
            <DemoFrame stores={stores} store={store}>
              <Outlet />
            </DemoFrame>
          </Suspense>
        ) : (
          <Outlet />
        )}
      </AppShell>
      <Suspense>
        {inFront === 'palette' && (
          <Palette
            {...sources}
            maySeeCustomers={session.actions.includes('customers.read')}
            maySeeOrders={session.actions.includes('orders.read')}
            onHelp={() => setInFront('shortcuts')}
            onClose={() => setInFront(null)}
          />
        )}
        {inFront === 'shortcuts' && <ShortcutsDialog actions={session.actions} onClose={() => setInFront(null)} />}
      </Suspense>
    </ToastRoom>
  );
}
