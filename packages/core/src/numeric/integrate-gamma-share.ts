import { toShareNodes } from './mean-gamma-share.ts';
import { softplus } from './softplus.ts';

/** A step that leaves ten digits and more: fitting needs no others. */
const tenDigits = 0.3;

/**
 * What `sumGammaShareSeries` gives, for rates however far apart: by the integral of `meanGammaShare`, whose integrand is
 * e^φ with φ = ln p − ln(1 + P/u) − p ln(1 + u/P) − q ln(1 + u/Q), differentiated under the integral.
 */
export function integrateGammaShare(
  p: number,
  q: number,
  rates: readonly [P: number, Q: number],
  jet: Float64Array,
): void {
  const [P, Q] = rates;
  const { logP, logQ, nodes } = toShareNodes({ p, q }, { P, Q }, tenDigits);
  let [all, byP, byQ, byTheta] = [0, 0, 0, 0];
  let [byPP, byPQ, byQQ, byPTheta, byQTheta, byThetaTheta] = [0, 0, 0, 0, 0, 0];
  for (let index = 0; index < nodes.point.length; index += 1) {
    const v = nodes.point[index]!;
    // The derivatives of φ without ln p by p and by q.
    const phiP = -softplus(v - logP);
    const phiQ = -softplus(v - logQ);
    // u / (P + u), and 1 without it.
    const above = -Math.expm1(phiP);
    const below = 1 - above;
    const weight = nodes.weight[index]! * Math.exp(p * phiP + q * phiQ) * above;
    if (weight === 0) continue;
    // By θ = ln P/Q, with Q as it is.
    const phiTheta = p - (p + 1) * below;
    all += weight;
    byP += weight * phiP;
    byQ += weight * phiQ;
    byTheta += weight * phiTheta;
    byPP += weight * phiP * phiP;
    byPQ += weight * phiP * phiQ;
    byQQ += weight * phiQ * phiQ;
    byPTheta += weight * (phiP * phiTheta + above);
    byQTheta += weight * phiQ * phiTheta;
    byThetaTheta += weight * (phiTheta * phiTheta - (p + 1) * below * above);
  }
  const inverse = 1 / all;
  const [p1, q1, theta1] = [byP * inverse, byQ * inverse, byTheta * inverse];
  jet[0] = Math.log(p * all);
  jet[1] = p1 + 1 / p;
  jet[2] = q1;
  jet[3] = theta1;
  jet[4] = byPP * inverse - p1 * p1 - 1 / (p * p);
  jet[5] = byPQ * inverse - p1 * q1;
  jet[6] = byQQ * inverse - q1 * q1;
  jet[7] = byPTheta * inverse - p1 * theta1;
  jet[8] = byQTheta * inverse - q1 * theta1;
  jet[9] = byThetaTheta * inverse - theta1 * theta1;
}
