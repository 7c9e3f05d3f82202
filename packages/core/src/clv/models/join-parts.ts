import type { ObjectiveValue } from '../../numeric/objective.ts';
import type { CountingPart } from './counting-part.ts';
import type { StayingPart } from './staying-part.ts';

/** A log-likelihood over the logarithms of (r, α, a, b), of the part in which all four are mixed and of those of two each. */
export function joinParts(mixed: ObjectiveValue, counting: CountingPart, staying: StayingPart): ObjectiveValue {
  const { gradient, hessian } = mixed;
  gradient[0]! += counting.byR;
  gradient[1]! += counting.byAlpha;
  gradient[2]! += staying.byA;
  gradient[3]! += staying.byB;
  hessian[0]! += counting.byRR;
  hessian[1]! += counting.byRAlpha;
  hessian[4]! += counting.byRAlpha;
  hessian[5]! += counting.byAlphaAlpha;
  hessian[10]! += staying.byAA;
  hessian[11]! += staying.byAB;
  hessian[14]! += staying.byAB;
  hessian[15]! += staying.byBB;
  return { value: mixed.value + counting.value + staying.value, gradient, hessian };
}
