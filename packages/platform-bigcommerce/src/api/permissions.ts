interface Permission {
  /** As the settings of an API account name it. */
  readonly scope: string;
  readonly purpose: string;
  /** The calls it is for, by how their paths begin. */
  readonly paths: RegExp;
}

/** What an API account has to be allowed, and why. The first that fits is the one a refused call lacked. */
const permissions: readonly Permission[] = [
  {
    scope: 'Orders: read-only (store_v2_orders_read_only)',
    purpose: 'to read orders and refunds',
    paths: /^v[23]\/orders/,
  },
  {
    scope: 'Customers: read-only (store_v2_customers_read_only)',
    purpose: 'to read customers and what they consented to',
    paths: /^v3\/customers/,
  },
  {
    scope: 'Products: read-only (store_v2_products_read_only)',
    purpose: 'to read products and categories',
    paths: /^v3\/catalog/,
  },
  {
    scope: 'Marketing: modify (store_v2_marketing)',
    purpose: 'to make discount codes',
    paths: /^v3\/promotions/,
  },
  {
    scope: 'Carts: read-only (store_cart_read_only)',
    purpose: 'to read abandoned carts',
    paths: /^v3\/carts/,
  },
  {
    scope: 'Information & settings: read-only (store_v2_information_read_only)',
    purpose: "to read the store's name, address and currency",
    paths: /^v2\/store/,
  },
];

/** In words, e.g. "Carts: read-only (store_cart_read_only) to read abandoned carts"; null for a call without one of its own. */
export function findPermission(path: string): string | null {
  const found = permissions.find(({ paths }) => paths.test(path));
  return found === undefined ? null : `${found.scope} ${found.purpose}`;
}
