import type { MailTemplate } from '@regulars/core/messaging';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../../foundation/database/database.ts';
import type { Lane } from '../../foundation/lanes/lane.ts';
import { listStores } from '../../stores/door.ts';
import { installTemplates } from './install-templates.ts';
import type { TemplateCompiler } from './template-compiler.ts';

export interface CompleteLettersDeps {
  readonly database: Database;
  readonly compiler: TemplateCompiler;
  readonly templates: readonly MailTemplate[];
}

/**
 * Brings letters that came with a new version, in a new language say, to the stores that were there before: to each once
 * a process, since the playbook does not change while it runs. Stores made later come with them.
 */
export function createCompleteLettersLane({ database, compiler, templates }: CompleteLettersDeps): Lane {
  let waiting: Set<StoreId> | null = null;
  return {
    name: 'delivery.complete-letters',
    listDueStores: async (tx) => {
      waiting ??= new Set((await listStores(tx)).map(({ id }) => id));
      return [...waiting];
    },
    work: async (storeId) => {
      const count = await database.withStore(storeId, (tx) => installTemplates(tx, storeId, compiler, templates));
      waiting?.delete(storeId);
      return count;
    },
  };
}
