import type { MailTemplate } from '../../messaging/template.ts';
import { languages, type Language } from '../../shared/language.ts';
import { templatesInGerman } from './templates-de.ts';
import { templatesInEnglish } from './templates-en.ts';
import { templatesInDutch } from './templates-nl.ts';

const byLanguage: Readonly<Record<Language, readonly MailTemplate[]>> = {
  en: templatesInEnglish,
  nl: templatesInDutch,
  de: templatesInGerman,
};

/**
 * The mails of the playbook and of the referral programme, each in every language: one idea a mail, signed by a person,
 * nothing that shouts.
 */
export const playbookTemplates: readonly MailTemplate[] = languages.flatMap((language) => byLanguage[language]);
