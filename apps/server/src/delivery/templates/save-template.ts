import type { MailTemplate } from '@regulars/core/messaging';
import { fail, ok, type Rejection, type Result, type StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import { insertTemplateVersions, type TemplateVersion } from './template-repository.ts';
import type { TemplateCompiler } from './template-compiler.ts';

export interface SaveTemplateDeps {
  readonly database: Database;
  readonly compiler: TemplateCompiler;
}

/** Checks and compiles a template and writes it as the next version. Mails claimed from then on are made from it. */
export async function saveTemplate(
  { database, compiler }: SaveTemplateDeps,
  storeId: StoreId,
  source: MailTemplate,
): Promise<Result<TemplateVersion, readonly Rejection[]>> {
  const [result] = await compiler.compile([source]);
  if (result === undefined) throw new Error('The compiler gave no answer.');
  if (!result.ok) return fail(result.failure);
  const [version] = await database.withStore(storeId, (tx) =>
    insertTemplateVersions(tx, storeId, [{ source, compiled: result.value }]),
  );
  if (version === undefined) throw new Error('A template version was not written.');
  return ok(version);
}
