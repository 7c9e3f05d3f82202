import type { LogNormalPrior } from '../fitting/log-normal-prior.ts';
import type { TransactionModelId } from '../models/transaction-model.ts';
import { toPrecision } from './to-precision.ts';

/** What a parameter is in a middling store, times in days, and how far stores differ: one standard deviation is a factor. */
interface UsualParameter {
  readonly middle: number;
  readonly factor: number;
}

/**
 * Parameters of published fits, in days: the CDNOW tenth and master samples (Fader, Hardie & Lee 2005), the grocery data
 * of BTYDplus (Platzer & Reutterer 2016), and donations (Fader, Hardie & Shang 2010). Middles lie between them; factors
 * are wider than they differ, since shops differ more than data sets that get published.
 */
const usual: Readonly<Record<TransactionModelId, readonly UsualParameter[]>> = {
  'bg-nbd': toUsual([0.3, 1.9], [35, 2.7], [0.8, 2], [2.3, 2.2]),
  'mbg-nbd': toUsual([0.65, 1.9], [45, 2.7], [0.7, 2], [1.3, 2.2]),
  'pareto-nbd': toUsual([0.65, 1.9], [65, 2.7], [0.5, 1.8], [60, 3]),
  'mbg-cnbd-k': toUsual([1.2, 1.9], [50, 2.7], [0.5, 2], [0.9, 2.2]),
  'bg-bb': toUsual([1.2, 2.2], [0.75, 2.2], [0.66, 2.2], [2.8, 2.2]),
  nbd: toUsual([0.5, 2], [90, 2.7]),
};

/** Shape and rate of the purchases, and of the drop-out, go together: what is known best is their ratio. */
const correlation = 0.6;

/** What is believed of any store; times in days. */
export function getBuiltInPrior(modelId: TransactionModelId): LogNormalPrior {
  const parameters = usual[modelId];
  const deviations = parameters.map(({ factor }) => Math.log(factor));
  const covariance = deviations.flatMap((left, row) =>
    deviations.map((right, column) => {
      const isPair = Math.floor(row / 2) === Math.floor(column / 2);
      return left * right * (row === column ? 1 : isPair ? correlation : 0);
    }),
  );
  return {
    mean: parameters.map(({ middle }) => Math.log(middle)),
    precision: toPrecision(covariance, parameters.length),
  };
}

function toUsual(...rows: readonly (readonly [middle: number, factor: number])[]): readonly UsualParameter[] {
  return rows.map(([middle, factor]) => ({ middle, factor }));
}
