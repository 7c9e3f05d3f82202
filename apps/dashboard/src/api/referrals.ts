import { api, dataOf } from './client.ts';
import { pagedQuery } from './paged-query.ts';
import type { components } from './schema.d.ts';

export type Referral = components['schemas']['Referral'];
export type Reward = components['schemas']['Reward'];

/** All of the store's, or only those in which this customer is the advocate or the friend; the newest first. */
export function referralsQuery(storeId: string, customerId: string | null) {
  return pagedQuery({
    queryKey: ['stores', storeId, 'referrals', { customerId }],
    getPage: async (wanted, signal) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/referrals', {
          params: { path: { storeId }, query: { ...wanted, ...ofCustomer(customerId) } },
          signal,
        }),
      ),
  });
}

/** All of the store's, or only this customer's; the newest first. */
export function rewardsQuery(storeId: string, customerId: string | null) {
  return pagedQuery({
    queryKey: ['stores', storeId, 'rewards', { customerId }],
    getPage: async (wanted, signal) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/rewards', {
          params: { path: { storeId }, query: { ...wanted, ...ofCustomer(customerId) } },
          signal,
        }),
      ),
  });
}

const ofCustomer = (customerId: string | null) => (customerId === null ? {} : { customerId });

/** A person's verdict on a referral that waits for one. */
export async function reviewReferral(
  storeId: string,
  referralId: string,
  verdict: 'approve' | 'refuse',
): Promise<void> {
  await api.POST(`/api/v1/stores/{storeId}/referrals/{referralId}/${verdict}`, {
    params: { path: { storeId, referralId } },
  });
}

/** Asks the store again for the code of a reward that is stuck. */
export async function retryReward(storeId: string, rewardId: string): Promise<void> {
  await api.POST('/api/v1/stores/{storeId}/rewards/{rewardId}/retry', { params: { path: { storeId, rewardId } } });
}
