import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import { pagedQuery } from './paged-query.ts';
import type { components } from './schema.d.ts';

export type Referral = components['schemas']['Referral'];
export type Reward = components['schemas']['Reward'];

export type ReferralChain = components['schemas']['ReferralChain'];

/**
 * All of the store's, or only those in which this customer is the advocate or the friend, or that stand so; the newest
 * first.
 */
export function referralsQuery(storeId: string, customerId: string | null, status: Referral['status'] | null = null) {
  return pagedQuery({
    queryKey: ['stores', storeId, 'referrals', { customerId, status }],
    getPage: async (wanted, signal) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/referrals', {
          params: { path: { storeId }, query: { ...wanted, ...ofCustomer(customerId), ...standing(status) } },
          signal,
        }),
      ),
  });
}

/** All of the store's, or only this customer's, or those that stand so; the newest first. */
export function rewardsQuery(storeId: string, customerId: string | null, status: Reward['status'] | null = null) {
  return pagedQuery({
    queryKey: ['stores', storeId, 'rewards', { customerId, status }],
    getPage: async (wanted, signal) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/rewards', {
          params: { path: { storeId }, query: { ...wanted, ...ofCustomer(customerId), ...standing(status) } },
          signal,
        }),
      ),
  });
}

/** The link this customer gives to friends; made at the first asking, and the same ever after. */
export function advocateLinkQuery(storeId: string, customerId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'customers', customerId, 'advocate-link'],
    queryFn: async ({ signal }) =>
      dataOf(
        await api.GET('/api/v1/stores/{storeId}/customers/{customerId}/advocate-link', {
          params: { path: { storeId, customerId } },
          signal,
        }),
      ).url,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Who brought whom, the chains with the most friends first. */
export function chainsQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'referrals', 'chains'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/referral-chains', { params: { path: { storeId } }, signal })).data,
  });
}

/** How many rewards stand where, and what holds them. */
export function rewardCountsQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'rewards', 'counts'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/reward-counts', { params: { path: { storeId } }, signal })).data,
  });
}

const standing = <Status>(status: Status | null) => (status === null ? {} : { status });
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
