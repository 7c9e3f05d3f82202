import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';

import { createQueryClient } from './api/query-client.ts';
import { Spoken, type SpokenLanguage } from './messages/spoken.tsx';
import { createAppRouter } from './router.tsx';

/** The whole dashboard. */
export function App({ spoken }: { readonly spoken: SpokenLanguage }) {
  const [{ queryClient, router }] = useState(() => {
    const client = createQueryClient(() => {
      // Away from the page first: what it shows must not ask again once it is forgotten.
      void appRouter.navigate({ to: '/sign-in' }).then(() => client.clear());
    });
    const appRouter = createAppRouter(client);
    return { queryClient: client, router: appRouter };
  });
  return (
    <Spoken initial={spoken}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Spoken>
  );
}
