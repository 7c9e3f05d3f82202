export type { AdapterContext, AdapterNotice, Loan, SocketTarget } from './adapter-context.ts';
export { AdapterError, type AdapterErrorDetails, type AdapterErrorKind } from './adapter-error.ts';
export { findForbiddenAddress, ForbiddenAddressError } from './forbidden-address-error.ts';
export { contractVersion } from './contract-version.ts';
export type { Bounce, BounceEvidence, BounceKind } from './bounces/bounce.ts';
export { classifyBounce } from './bounces/classify-bounce.ts';
export {
  defineMailAdapter,
  type Mailbox,
  type MailAdapter,
  type MailCapabilities,
  type MailConnection,
  type OutgoingMessage,
  type Receipt,
  type ReceiptKind,
  type SendOutcome,
  type SendRejection,
} from './mail-adapter.ts';
export type { BatchOutcome, MailBatches } from './mail-batches.ts';
export type { MailReports, ReportPage } from './mail-reports.ts';
export type {
  MailSuppressions,
  ProviderSuppression,
  ProviderSuppressionReason,
  SuppressionPage,
} from './mail-suppressions.ts';
export {
  definePlatformAdapter,
  type CheckedAccess,
  type DiscountCode,
  type ExistingDiscountCode,
  type OrderCount,
  type OrderCountSpan,
  type PlatformAdapter,
  type PlatformCapabilities,
  type PlatformConnection,
} from './platform-adapter.ts';
export type { AuthorizationRequest, AuthorizationReturn, PlatformAuthorization } from './platform-authorization.ts';
export type { PlatformEvent } from './platform-event.ts';
export type { HookState, HookTarget, PlatformHooks } from './platform-hooks.ts';
export type { PlatformPulls, PulledPage, PullStart } from './platform-pulls.ts';
export type { ResourceReference } from './resource-reference.ts';
export { toJsonPointer, toRejection } from './to-rejection.ts';
export type {
  KeptWebhook,
  ParseWebhook,
  VerifiedWebhook,
  VerifyWebhook,
  WebhookRefusal,
  WebhookRequest,
  WebhookSecrets,
  WebhookVerdict,
} from './webhook.ts';
