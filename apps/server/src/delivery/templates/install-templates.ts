import type { MailTemplate } from '@regulars/core/messaging';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import type { TemplateCompiler } from './template-compiler.ts';
import { insertFirstVersions, listLacking } from './template-repository.ts';

/**
 * Gives a store the letters of the playbook that it lacks: all of them to a new one, to an older one those that came
 * since. What a store has written itself stays as it is, and gets no other language from us beside it. Compiled once a
 * process, then only copied.
 *
 * @returns how many it was given.
 */
export async function installTemplates(
  tx: Tx,
  storeId: StoreId,
  compiler: TemplateCompiler,
  templates: readonly MailTemplate[],
): Promise<number> {
  const lacking = await listLacking(tx, storeId, templates);
  if (lacking.length === 0) return 0;
  const results = await compiler.compile(lacking);
  const compiled = lacking.map((source, index) => {
    const result = results[index];
    if (result?.ok !== true) throw new Error(`The preset template ${source.key} (${source.locale}) does not compile.`);
    return { source, compiled: result.value };
  });
  return await insertFirstVersions(tx, storeId, compiled);
}
