import type { MailTemplate } from '../../messaging/template.ts';
import { templatesInDutch } from './templates-nl.ts';
import { templatesInEnglish } from './templates-en.ts';

/**
 * The mails of the playbook and of the referral programme, each in English and in Dutch: one idea a mail, signed by a
 * person, nothing that shouts.
 */
export const playbookTemplates: readonly MailTemplate[] = [...templatesInEnglish, ...templatesInDutch];
