export { fitShiftedBetaGeometric } from './shifted-beta-geometric.ts';
export { fitBetaDiscreteWeibull } from './beta-discrete-weibull.ts';
export { contractForecast, type ContractCustomer, type ContractForecast } from './contract-forecast.ts';
export type { ContractFit, ContractModelId, ContractVerdict } from './contract-fit.ts';
export type { SurvivorCounts, SurvivorsRejection } from './renewal-tally.ts';
