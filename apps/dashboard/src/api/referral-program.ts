import { queryOptions } from '@tanstack/react-query';

import { api, dataOf } from './client.ts';
import type { components } from './schema.d.ts';

export type ReferralProgram = components['schemas']['ReferralProgram'];
export type RewardTerms = ReferralProgram['rules']['friendWelcome'];

/** What friends and advocates get, and when. */
export function programQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'referral-program'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/referral-program', { params: { path: { storeId } }, signal })),
  });
}

/** What the store's platform can give by a code. */
export function rewardKindsQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'reward-kinds'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/reward-kinds', { params: { path: { storeId } }, signal })).data,
    staleTime: 60_000,
  });
}

/** Whether discount codes can be made as things stand; asked anew, since it is about the connections as they are. */
export function codeMakerQuery(storeId: string) {
  return queryOptions({
    queryKey: ['stores', storeId, 'code-maker'],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/stores/{storeId}/code-maker', { params: { path: { storeId } }, signal })),
    staleTime: 0,
  });
}

/** Referrals that were claimed before keep the rules they were claimed under. */
export async function saveProgram(
  storeId: string,
  { state, rules }: Pick<ReferralProgram, 'state' | 'rules'>,
): Promise<ReferralProgram> {
  return dataOf(
    await api.PUT('/api/v1/stores/{storeId}/referral-program', {
      params: { path: { storeId } },
      body: { state, rules },
    }),
  );
}
