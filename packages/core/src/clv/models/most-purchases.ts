/** One future has no more purchases: a rate beyond all reason must not fill the memory. */
export const mostPurchases = 1_000_000;
