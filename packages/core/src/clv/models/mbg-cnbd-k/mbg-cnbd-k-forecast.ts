import { softplus } from '../../../numeric/softplus.ts';
import type { PurchaseHistory } from '../../histories/purchase-history.ts';
import { logRising } from '../log-rising.ts';
import type { TransactionForecast } from '../transaction-model.ts';
import { drawStagedPurchases } from './draw-staged-purchases.ts';
import { rememberMeans } from './remember-means.ts';
import { getStagedCustomer, logStageSum, type MbgCnbdKParameters, stageProbabilities } from './staged-customer.ts';
import { addPurchaseProbabilities, staysFor } from './staged-future.ts';

/**
 * What MBG/CNBD-k with given parameters says of a customer: P(alive) times the mean, over the stages they may be in, of what
 * is said of one who is alive. `logLikelihood` is that of x, t_x and T without the factor Π Δt^(k−1)/(k−1)!, which no
 * parameter changes.
 */
export function mbgCnbdKForecast(k: number, values: ArrayLike<number>): TransactionForecast {
  const parameters: MbgCnbdKParameters = [values[0]!, values[1]!, values[2]!, values[3]!];
  const [r, alpha, a, b] = parameters;
  const meansOf = rememberMeans(k, parameters);

  const shapeOf = (history: PurchaseHistory) => r + k * history.frequency;
  const runningShare = ({ recency, age }: PurchaseHistory) => (age - recency) / (alpha + age);
  const stagesOf = (history: PurchaseHistory) => stageProbabilities(k, shapeOf(history), runningShare(history));

  /** ln of how much likelier it is that they left with the last purchase than that they are still there. */
  const logOdds = (history: PurchaseHistory) => {
    const silence = Math.log1p((history.age - history.recency) / (alpha + history.recency));
    const waiting = logStageSum(k, shapeOf(history), runningShare(history));
    return Math.log(a) - Math.log(b + history.frequency) + shapeOf(history) * silence - waiting;
  };
  const aliveNow = (history: PurchaseHistory) => 1 / (1 + Math.exp(logOdds(history)));
  const goneNow = (history: PurchaseHistory) => 1 / (1 + Math.exp(-logOdds(history)));

  /** P(no purchase | still there): the gap runs on, with the same sum over stages. */
  const waits = (history: PurchaseHistory, duration: number) => {
    const [gap, rate] = [history.age - history.recency, alpha + history.age];
    const later = logStageSum(k, shapeOf(history), (gap + duration) / (rate + duration));
    const now = logStageSum(k, shapeOf(history), gap / rate);
    return Math.exp(Math.min(0, later - now - shapeOf(history) * Math.log1p(duration / rate)));
  };

  return {
    logLikelihood(history) {
      const { frequency, age } = history;
      const beats = k * frequency;
      const counting = logRising(r, beats) - r * Math.log1p(age / alpha) - beats * Math.log(alpha + age);
      const survivals = logRising(b, frequency + 1) - logRising(a + b, frequency + 1);
      const waiting = logStageSum(k, shapeOf(history), runningShare(history));
      return counting + survivals + waiting + softplus(logOdds(history));
    },
    probabilityAlive(history, duration) {
      const alive = aliveNow(history);
      if (duration <= 0 || alive === 0) return alive;
      const stages = stagesOf(history);
      let sum = 0;
      for (let stage = 0; stage < k; stage += 1) {
        sum += stages[stage]! * staysFor(getStagedCustomer(k, stage, parameters, history), duration);
      }
      return alive * Math.min(1, sum);
    },
    expectedTransactions(history, duration) {
      const alive = aliveNow(history);
      if (duration <= 0 || alive === 0) return 0;
      const stages = stagesOf(history);
      const means = meansOf(history.frequency, history.age, duration);
      let sum = 0;
      for (let stage = 0; stage < k; stage += 1) sum += stages[stage]! * means[stage]!;
      return alive * sum;
    },
    probabilityOfNone: (history, duration) =>
      duration <= 0 ? 1 : Math.min(1, goneNow(history) + aliveNow(history) * waits(history, duration)),
    transactionProbabilities(history, duration, upTo) {
      const alive = aliveNow(history);
      const sum = new Float64Array(upTo + 1);
      const stages = stagesOf(history);
      for (let stage = 0; stage < k; stage += 1) {
        const customer = getStagedCustomer(k, stage, parameters, history);
        addPurchaseProbabilities(sum, alive * stages[stage]!, customer, Math.max(0, duration));
      }
      sum[0] = Math.min(1, sum[0]! + goneNow(history));
      return sum;
    },
    drawPurchases(history, duration, random) {
      if (random.next() >= aliveNow(history)) return [];
      const stages = stagesOf(history);
      let stage = 0;
      for (let left = random.next(); stage < k - 1 && left >= stages[stage]!; stage += 1) left -= stages[stage]!;
      return drawStagedPurchases(getStagedCustomer(k, stage, parameters, history), duration, random);
    },
  };
}
