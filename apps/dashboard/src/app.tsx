import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';

import { createQueryClient } from './api/query-client.ts';
import { FormatsProvider } from './formats/formats-context.ts';
import { createFormats } from './formats/formats.ts';
import { en } from './messages/en.ts';
import { MessagesProvider } from './messages/messages-context.ts';
import { createAppRouter } from './router.tsx';

/** The whole dashboard. */
export function App() {
  const [{ queryClient, router }] = useState(() => {
    const client = createQueryClient(() => {
      // Away from the page first: what it shows must not ask again once it is forgotten.
      void appRouter.navigate({ to: '/sign-in' }).then(() => client.clear());
    });
    const appRouter = createAppRouter(client);
    return { queryClient: client, router: appRouter };
  });
  const [formats] = useState(() => createFormats(navigator.language));
  return (
    <MessagesProvider value={en}>
      <FormatsProvider value={formats}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </FormatsProvider>
    </MessagesProvider>
  );
}
