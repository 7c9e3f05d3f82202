import { toShareNodes } from './mean-gamma-share.ts';
import { softplus } from './softplus.ts';

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
  const { logP, logQ, nodes } = toShareNodes(p, q, ...rates);
  let [all, byP, byQ, byTheta] = [0, 0, 0, 0];
  let [byPP, byPQ, byQQ, byPTheta, byQTheta, byThetaTheta] = [0, 0, 0, 0, 0, 0];
  for (let index = 0; index < nodes.point.length; index += 1) {
    const v = nodes.point[index]!;
    // The derivatives of φ without ln p by p and by q.
    const phiP = -softplus(v - logP);
    const phiQ = -softplus(v - logQ);
    const phi = -softplus(logP - v) + p * phiP + q * phiQ;
    const weight = nodes.weight[index]! * Math.exp(phi);
    if (weight === 0) continue;
    // By θ = ln P/Q, with Q as it is.
    const below = 1 / (1 + Math.exp(v - logP));
    const phiTheta = p - (p + 1) * below;
    const phiPTheta = 1 - below;
    all += weight;
    byP += weight * phiP;
    byQ += weight * phiQ;
    byTheta += weight * phiTheta;
    byPP += weight * phiP * phiP;
    byPQ += weight * phiP * phiQ;
    byQQ += weight * phiQ * phiQ;
    byPTheta += weight * (phiP * phiTheta + phiPTheta);
    byQTheta += weight * phiQ * phiTheta;
    byThetaTheta += weight * (phiTheta * phiTheta - (p + 1) * below * (1 - below));
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
