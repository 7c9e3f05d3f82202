export { learnAgencyPrior, type TaughtModel } from './learn-agency-prior.ts';
export type { AgencyPrior } from './agency-prior.ts';
