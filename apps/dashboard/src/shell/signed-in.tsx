import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate, useParams } from '@tanstack/react-router';

import { signOut } from '../api/doorstep.ts';
import { sessionQuery } from '../api/session.ts';
import { storesQuery } from '../api/stores.ts';
import { ToastRoom } from '../components/toast.tsx';
import { AppShell } from './app-shell.tsx';

/** The shell for a person who is signed in. */
export function SignedIn() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: stores } = useSuspenseQuery(storesQuery);
  const { slug } = useParams({ strict: false });
  const pathname = useLocation({ select: (location) => location.pathname });
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const store = stores.find((candidate) => candidate.slug === slug) ?? stores[0] ?? null;

  const leave = async () => {
    await signOut();
    await navigate({ to: '/sign-in' });
    // What one person saw is not left for the next one.
    queryClient.clear();
  };

  return (
    <AppShell
      pathname={pathname}
      session={session}
      stores={stores}
      store={store}
      onStore={(chosen) => void navigate({ to: '/stores/$slug', params: { slug: chosen } })}
      onSignOut={() => void leave()}
    >
      <ToastRoom>
        <Outlet />
      </ToastRoom>
    </AppShell>
  );
}
