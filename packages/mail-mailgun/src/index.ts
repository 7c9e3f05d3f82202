export { mailgun } from './mailgun-adapter.ts';
export type { MailgunConfig } from './mailgun-config.ts';
