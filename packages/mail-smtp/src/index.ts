export type { MailboxConfig } from './mailbox/mailbox-config.ts';
export type { DeliveryReport, ReportedRecipient } from './reports/delivery-report.ts';
export { parseDeliveryReport } from './reports/parse-delivery-report.ts';
export { toReceipts } from './reports/to-receipts.ts';
export { smtp } from './smtp-adapter.ts';
export type { DkimConfig, SmtpConfig } from './smtp-config.ts';
