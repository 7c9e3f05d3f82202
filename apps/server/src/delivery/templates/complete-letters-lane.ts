import type { MailTemplate } from '@regulars/core/messaging';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import type { Lane } from '../../foundation/lanes/lane.ts';
import type { Directory } from '../../stores/door.ts';
import { installTemplates } from './install-templates.ts';
import type { TemplateCompiler } from './template-compiler.ts';

export interface CompleteLettersDeps {
  readonly database: Database;
  readonly directory: Pick<Directory, 'storeIds'>;
  readonly compiler: TemplateCompiler;
  readonly templates: readonly MailTemplate[];
}

/**
 * Brings letters that came with a new version, in a new language say, to the stores that were there before. Once a store
 * and process: the playbook does not change while a process runs.
 */
export function createCompleteLettersLane({ database, directory, compiler, templates }: CompleteLettersDeps): Lane {
  const complete = new Set<StoreId>();
  return {
    name: 'delivery.complete-letters',
    listDueStores: async () => (await directory.storeIds()).filter((storeId) => !complete.has(storeId)),
    work: async (storeId) => {
      const count = await database.withStore(storeId, (tx) => installTemplates(tx, storeId, compiler, templates));
      complete.add(storeId);
      return count;
    },
  };
}
