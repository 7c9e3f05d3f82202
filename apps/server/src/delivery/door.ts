export { createDeliveryLanes } from './jobs.ts';
export { createMailAccounts, type MailAccounts } from './mail-accounts.ts';
export type { MailFacts, MailVariables, PlannedMail } from './mail-facts.ts';
export { createMailboxAdapter } from './mailbox/mailbox-adapter.ts';
export { createTemplateCompiler, type TemplateCompiler } from './templates/template-compiler.ts';
export { createTemplateLibrary } from './templates/template-library.ts';
export { listTemplateKeys } from './templates/template-repository.ts';
export { installTemplates } from './templates/save-template.ts';
export { createUnsubscribeTokens } from './unsubscribe/unsubscribe-token.ts';
