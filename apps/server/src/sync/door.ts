export { orderCheckAnswer } from './counts/order-check-answer.ts';
export type { OrderCheck } from './counts/order-check.ts';
export { listOrderChecks } from './counts/order-check-repository.ts';
export { listHookChecks } from './hooks/hook-check-repository.ts';
export { listBackfills, type BackfillUnderWay } from './pulls/list-backfills.ts';
export { countPullTroubles, type PullTroubles } from './pulls/count-pull-troubles.ts';
