export { smtp } from './smtp-adapter.ts';
export type { DkimConfig, SmtpConfig } from './smtp-config.ts';
