import { AdapterError, type DiscountCode, type ExistingDiscountCode } from '@regulars/adapter-contracts';
import type { Instant } from '@regulars/core/shared';
import { z } from 'zod';
import type { BigCommerceClient } from './api/client.ts';
import { readAnswer } from './api/read-answer.ts';
import { refuseImpossible, toPromotion, toPromotionName, toRewardId } from './promotion.ts';

const wirePromotion = z.object({ id: z.int(), name: z.string() });
const wireCode = z.object({ id: z.int(), code: z.string(), current_uses: z.int().nonnegative() });

type WirePromotion = z.output<typeof wirePromotion>;
type WireCode = z.output<typeof wireCode>;

const wirePromotions = z.object({ data: z.array(wirePromotion) });
const wireMadePromotion = z.object({ data: wirePromotion });
const wireCodes = z.object({ data: z.array(wireCode) });
const wireMadeCode = z.object({ data: wireCode });

/** The code with its promotion, or null. Codes are made in capitals and asked for in capitals. */
export async function findDiscountCode(client: BigCommerceClient, code: string): Promise<ExistingDiscountCode | null> {
  const wanted = code.toUpperCase();
  const { data: promotions } = readAnswer(wirePromotions, await client.get('v3/promotions', { code: wanted }));
  for (const promotion of promotions) {
    const answer = await client.get(`v3/promotions/${promotion.id}/codes`, { code: wanted });
    const found = readAnswer(wireCodes, answer).data.find((each) => each.code.toUpperCase() === wanted);
    if (found !== undefined) return toExisting(promotion, found);
  }
  return null;
}

/**
 * Makes a promotion and its only code. The promotion alone gives nobody anything, so where only that came about nothing was
 * done, and the next attempt takes it up by its name.
 */
export async function createDiscountCode(
  client: BigCommerceClient,
  discountCode: DiscountCode,
  startsAt: Instant,
): Promise<ExistingDiscountCode> {
  refuseImpossible(discountCode);
  const code = discountCode.code.toUpperCase();
  const earlier = await findPromotion(client, discountCode.rewardId);
  const promotion = earlier ?? (await createPromotion(client, discountCode, startsAt));
  try {
    const wanted = { code, max_uses: discountCode.usageLimit, max_uses_per_customer: 1 };
    const answer = await client.post(`v3/promotions/${promotion.id}/codes`, wanted);
    return toExisting(promotion, readAnswer(wireMadeCode, answer, 'unknown').data);
  } catch (error) {
    // The code is taken, and the promotion is of no use without it; one whose code it is stays.
    if (error instanceof AdapterError && error.kind === 'invalid') await deletePromotion(client, promotion.id);
    throw error;
  }
}

/** Deletes the code, and the promotion that was made for it; one that is gone already is as good as deleted. */
export async function deleteDiscountCode(client: BigCommerceClient, externalId: string): Promise<void> {
  const [, promotionId, codeId] = /^(\d+)-(\d+)$/.exec(externalId) ?? [];
  if (promotionId === undefined || codeId === undefined)
    throw new AdapterError('This is no id of a code.', { kind: 'invalid', outcome: 'notDone' });
  const promotion = await client.get(`v3/promotions/${promotionId}`).catch(orGone);
  if (promotion === null) return;
  await client.delete(`v3/promotions/${promotionId}/codes`, { 'id:in': codeId }).catch(orGone);
  const { name } = readAnswer(wireMadePromotion, promotion).data;
  if (toRewardId(name) !== null) await deletePromotion(client, Number(promotionId));
}

/** What an earlier attempt at this reward left. */
async function findPromotion(client: BigCommerceClient, rewardId: string): Promise<WirePromotion | null> {
  const name = toPromotionName(rewardId);
  const { data: present } = readAnswer(wirePromotions, await client.get('v3/promotions', { name }));
  return present.find((promotion) => promotion.name === name) ?? null;
}

async function createPromotion(
  client: BigCommerceClient,
  discountCode: DiscountCode,
  startsAt: Instant,
): Promise<WirePromotion> {
  try {
    const answer = await client.post('v3/promotions', toPromotion(discountCode, startsAt));
    return readAnswer(wireMadePromotion, answer).data;
  } catch (error) {
    if (!(error instanceof AdapterError) || error.outcome === 'notDone') throw error;
    throw new AdapterError(error.message, { kind: error.kind, outcome: 'notDone' });
  }
}

/** One that is gone needs no deleting; one that has other codes cannot be deleted, and stays. */
async function deletePromotion(client: BigCommerceClient, id: number): Promise<void> {
  try {
    await client.delete(`v3/promotions/${id}`);
  } catch (error) {
    if (!(error instanceof AdapterError) || (error.kind !== 'invalid' && error.kind !== 'notFound')) throw error;
  }
}

function toExisting(promotion: WirePromotion, { id, code, current_uses: timesUsed }: WireCode): ExistingDiscountCode {
  return { externalId: `${promotion.id}-${id}`, code, rewardId: toRewardId(promotion.name), timesUsed };
}

function orGone(error: unknown): null {
  if (error instanceof AdapterError && error.kind === 'notFound') return null;
  throw error;
}
