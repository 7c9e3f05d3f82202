export { checkInAnswerSchema, needsPerson, type CheckInAnswer } from './check-in.ts';
export { defaultConsentPolicy, toConsentBasis, type ConsentBasis, type ConsentPolicy } from './consent-basis.ts';
export {
  decideSend,
  defaultSendPolicy,
  type DeferReason,
  type SendFacts,
  type SendPolicy,
  type SendRequest,
  type SendVerdict,
  type SkipReason,
} from './decide-send.ts';
export { toFooterAddress } from './footer-address.ts';
export { defaultFrequencyCaps, findReachedCap, type FrequencyCap, type ReachedCap } from './frequency-cap.ts';
export type { MailRequest } from './mail-request.ts';
export type { MessagePurpose } from './purpose.ts';
export { defaultQuietHours, findEndOfQuietHours, type QuietHours } from './quiet-hours.ts';
export {
  findForbidding,
  scopeOfSuppression,
  type Suppression,
  type SuppressionReason,
  type SuppressionScope,
} from './suppression.ts';
export { templateVariables, type MailTemplate, type TemplateVariable } from './template.ts';
