export { decide, type DecisionRejection, type EnrollmentInput } from './decide.ts';
export type { DecisionContext, EnrollmentDecision } from './decision.ts';
export {
  sequenceDefinitionSchema,
  triggerFreshnessDays,
  type ExitEvent,
  type SequenceDefinition,
  type Trigger,
} from './definition.ts';
export {
  toMailKey,
  type EnrollmentEvent,
  type EnrollmentIdentity,
  type EnrollmentState,
  type MailEffect,
  type StepOutcome,
} from './enrollment.ts';
export { findNextMail, type NextMail } from './find-next-mail.ts';
export { findExitReason } from './match-exit.ts';
export {
  matchTrigger,
  type CartOccasion,
  type CheckInAnswered,
  type OrderOccasion,
  type SequenceEvent,
  type TriggerMatch,
  type TriggerMismatch,
} from './match-trigger.ts';
export { parseSequenceDefinition, type DefinitionContext, type DefinitionRejection } from './parse-definition.ts';
export {
  cartReminder,
  playbook,
  playbookTemplates,
  postPurchase,
  referralInvite,
  type PlaybookPreset,
} from './playbook/index.ts';
export { findWaitEnd } from './schedule.ts';
export { findLocalTime, findOpening, type SendWindow } from './send-window.ts';
export { listSuccessors, type Successor } from './step-graph.ts';
export type { Step, WaitStep } from './step.ts';
