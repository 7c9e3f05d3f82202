import type { Rejection } from '@regulars/core/shared';
import { problem } from '../foundation/errors/index.ts';
import { segmentsErrors } from './errors.ts';

/** The refusal to answer with: the first rejection's code and words, and the place of each. */
export function refuse(rejections: readonly Rejection[]) {
  const code = (rejections[0]?.code ?? 'segment.rule_invalid') as keyof typeof segmentsErrors;
  return problem(segmentsErrors, code, rejections[0]?.message ?? null, rejections);
}
