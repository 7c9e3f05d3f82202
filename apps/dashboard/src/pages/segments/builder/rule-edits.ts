import { createContext, useContext } from 'react';

import type { Store } from '../../../api/stores.ts';
import type { Group, MakeId } from '../rule/rule-draft.ts';
import type { WrittenRule } from '../rule/to-rule.ts';

/** What every part of the builder needs: the tree around it, how to change it, what is wrong with it. */
export interface RuleEdits {
  readonly store: Store;
  readonly root: Group;
  readonly written: WrittenRule;
  /** Whether parts that were not touched yet say what they lack: once saving was tried. */
  readonly isStrict: boolean;
  /** The part just added, where the keyboard goes. */
  readonly newestId: string | null;
  readonly makeId: MakeId;
  /** @param newestId the part this change adds, if any. */
  readonly change: (root: Group, newestId?: string) => void;
}

export const RuleEditsContext = createContext<RuleEdits | null>(null);

export function useRuleEdits(): RuleEdits {
  const edits = useContext(RuleEditsContext);
  if (edits === null) throw new Error('A part of a rule stands outside the builder.');
  return edits;
}
