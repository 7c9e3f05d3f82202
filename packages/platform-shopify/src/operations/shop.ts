import { z } from 'zod';
import { defineOperation } from '../api/operation.ts';

/** Who the store is, and what the app was allowed. */
export const readShop = defineOperation(
  z.object({
    shop: z.object({ name: z.string(), currencyCode: z.string() }),
    currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
  }),
  /* GraphQL */ `query ReadShop {
  shop { name currencyCode }
  currentAppInstallation { accessScopes { handle } }
}`,
);
