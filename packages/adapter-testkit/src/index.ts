export { toBigCommerceDelivery, type BigCommerceWebhook } from './bigcommerce/deliver-webhook.ts';
export {
  startFakeBigCommerce,
  type FakeBigCommerce,
  type FakeBigCommerceOptions,
} from './bigcommerce/fake-bigcommerce.ts';
export type { FakeHook } from './bigcommerce/hooks.ts';
export type { FakeBigCommerceOrder, FakeBigCommerceRefund } from './bigcommerce/order-fields.ts';
export type { FakePromotion, FakePromotionCode } from './bigcommerce/promotions.ts';
export type { FakeBigCommerceRow } from './bigcommerce/rows.ts';
export { startFakeImap, type FakeImap, type FakeImapOptions } from './imap/fake-imap.ts';
export type { AcceptedMessage } from './mailgun/accept-message.ts';
export { startFakeMailgun, type FakeMailgun, type FakeMailgunOptions } from './mailgun/fake-mailgun.ts';
export type { FakeSuppression, SuppressionListName, SuppressionLists } from './mailgun/suppression-lists.ts';
export { toReceiptBody, type ReceiptDraft, type ReceiptSignature } from './mailgun/post-receipt.ts';
export {
  startSmtpSink,
  type SmtpAnswer,
  type SmtpSink,
  type SmtpSinkOptions,
  type SunkMessage,
} from './smtp/smtp-sink.ts';
export { toShopifyDelivery, type ShopifyWebhook } from './shopify/deliver-webhook.ts';
export type { FakeShopifyDiscount } from './shopify/discounts.ts';
export { startFakeShopify, type FakeShopify, type FakeShopifyOptions } from './shopify/fake-shopify.ts';
export type { FakeShopifyCustomer, FakeShopifyOrder, FakeShopifyProduct } from './shopify/nodes.ts';
export type { FakeSubscription } from './shopify/subscriptions.ts';
export type { TokenDesk } from './shopify/tokens.ts';
export type { Answer, Fault, FaultTarget } from './upstream/fault.ts';
export { startHttpUpstream, type HttpUpstream, type ReceivedRequest } from './upstream/http-upstream.ts';
export type { FakeCoupon } from './woocommerce/coupons.ts';
export { toDelivery, type HookAnswer, type WooWebhook } from './woocommerce/deliver-webhook.ts';
export {
  startFakeWooCommerce,
  type FakeWooCommerce,
  type FakeWooCommerceOptions,
} from './woocommerce/fake-woocommerce.ts';
export type { KeyGrant } from './woocommerce/grant-key.ts';
export type { FakeOrder, FakeWooRow } from './woocommerce/rows.ts';
export type { FakeWooWebhook } from './woocommerce/webhooks.ts';
export { adapterErrorOf } from './conformance/adapter-error-of.ts';
export type { Clause } from './conformance/clause.ts';
export { emptyMailClauses, type EmptyMailHarness } from './conformance/empty-mail-clauses.ts';
export { emptyPlatformClauses, type EmptyPlatformHarness } from './conformance/empty-platform-clauses.ts';
export { mailClauses } from './conformance/mail-clauses.ts';
export type { MailHarness, MailUpstream, TakenMessage } from './conformance/mail-harness.ts';
export { platformClauses } from './conformance/platform-clauses.ts';
export type { PlatformHarness, PlatformUpstream, UpstreamOrder } from './conformance/platform-harness.ts';
export { takePages } from './conformance/pulled-pages.ts';
export type { WebhookHarness, WebhookSample } from './conformance/webhook-harness.ts';
export { readGoldens, type Golden, type Goldens } from './conformance/goldens.ts';
