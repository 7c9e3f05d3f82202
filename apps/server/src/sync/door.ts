export { orderCheckAnswer } from './counts/order-check-answer.ts';
export type { OrderCheck } from './counts/order-check.ts';
export { listOrderChecks } from './counts/order-check-repository.ts';
export { listHookChecks } from './hooks/hook-check-repository.ts';
