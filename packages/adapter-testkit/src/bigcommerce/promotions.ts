import type { Answer } from '../upstream/fault.ts';
import type { ReceivedRequest } from '../upstream/http-upstream.ts';
import {
  answer,
  answerV3Page,
  noContent,
  notFound,
  parseBody,
  problem,
  toIds,
  toPageAsked,
  toParameters,
} from './answers.ts';

export interface FakePromotion {
  readonly id: number;
  readonly name: string;
  /** As it was sent. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly codes: FakePromotionCode[];
}

export interface FakePromotionCode {
  readonly id: number;
  readonly code: string;
  readonly max_uses: number;
  readonly max_uses_per_customer: number;
  current_uses: number;
  readonly created: string;
}

/** Promotions of V3, each with its codes. A code is unique in the store, whatever its case. */
export function createPromotionRoom(promotions: FakePromotion[]): (request: ReceivedRequest, path: string) => Answer {
  let lastId = 0;
  const nextId = (): number => {
    lastId += 1;
    return lastId;
  };
  const isTaken = (code: string): boolean =>
    promotions.some(({ codes }) => codes.some((each) => each.code.toLowerCase() === code.toLowerCase()));

  function answerList(request: ReceivedRequest): Answer {
    const parameters = toParameters(request);
    const [name, code] = [parameters.get('name'), parameters.get('code')?.toLowerCase()];
    const found = promotions.filter(
      (promotion) =>
        (name === undefined || promotion.name === name) &&
        (code === undefined || promotion.codes.some((each) => each.code.toLowerCase() === code)),
    );
    return answerV3Page(found.map(toPromotionFields), found.length, toPageAsked(parameters));
  }

  function create(request: ReceivedRequest): Answer {
    const fields = parseBody(request);
    if (typeof fields['name'] !== 'string' || !Array.isArray(fields['rules']))
      return problem(422, 'JSON data is missing or invalid');
    const promotion: FakePromotion = { id: nextId(), name: fields['name'], fields, codes: [] };
    promotions.push(promotion);
    return answer({ data: toPromotionFields(promotion), meta: {} }, 201);
  }

  function deletePromotion(promotion: FakePromotion): Answer {
    if (promotion.codes.length > 0) return problem(422, 'A promotion with codes cannot be deleted.');
    promotions.splice(promotions.indexOf(promotion), 1);
    return noContent;
  }

  function createCode(promotion: FakePromotion, request: ReceivedRequest): Answer {
    const { code, max_uses: maxUses, max_uses_per_customer: perCustomer } = parseBody(request);
    if (typeof code !== 'string' || !/^[A-Za-z0-9 _-]{1,50}$/.test(code) || isTaken(code))
      return problem(422, 'The code is invalid, or exists already.');
    const made = {
      id: nextId(),
      code,
      max_uses: Number(maxUses ?? 0),
      max_uses_per_customer: Number(perCustomer ?? 0),
      current_uses: 0,
      created: '2026-11-22T00:00:00+00:00',
    };
    promotion.codes.push(made);
    return answer({ data: made, meta: {} }, 201);
  }

  function answerCodes(promotion: FakePromotion, request: ReceivedRequest): Answer {
    const parameters = toParameters(request);
    if (request.method === 'POST') return createCode(promotion, request);
    if (request.method === 'DELETE') {
      if (!parameters.has('id:in')) return problem(422, 'id:in is required.');
      const ids = toIds(parameters.get('id:in'));
      promotion.codes.splice(0, promotion.codes.length, ...promotion.codes.filter(({ id }) => !ids.has(id)));
      return noContent;
    }
    const code = parameters.get('code')?.toLowerCase();
    const found = promotion.codes.filter((each) => code === undefined || each.code.toLowerCase() === code);
    return answerV3Page(found, found.length, toPageAsked(parameters));
  }

  return (request, path) => {
    if (path === 'v3/promotions') return request.method === 'POST' ? create(request) : answerList(request);
    const [, id, codes] = /^v3\/promotions\/(\d+)(\/codes)?$/.exec(path) ?? [];
    const promotion = promotions.find((each) => each.id === Number(id));
    if (promotion === undefined) return notFound;
    if (codes !== undefined) return answerCodes(promotion, request);
    if (request.method === 'DELETE') return deletePromotion(promotion);
    return answer({ data: toPromotionFields(promotion), meta: {} });
  };
}

function toPromotionFields({ id, name, fields }: FakePromotion): object {
  return { ...fields, id, name };
}
