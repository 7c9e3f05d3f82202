import { Plus } from 'lucide-react';

import { Button } from '../../../components/button.tsx';
import field from '../../../components/field.module.css';
import { useMessages } from '../../../messages/messages-context.ts';
import { addPart, updatePart } from '../rule/edit-draft.ts';
import { createGroup, createQuestion, type Group } from '../rule/rule-draft.ts';
import styles from './builder.module.css';
import { PartMenu } from './part-menu.tsx';
import { QuestionRow } from './question-row.tsx';
import { useRuleEdits } from './rule-edits.ts';

/** The four ways parts can belong together; a negated group is one of them, not a sign in front of it. */
const joins = {
  all: { join: 'all', isNot: false },
  any: { join: 'any', isNot: false },
  notAny: { join: 'any', isNot: true },
  notAll: { join: 'all', isNot: true },
} as const;

type Join = keyof typeof joins;

/** Parts that belong together, and how; groups within groups. */
export function GroupBox({ group }: { readonly group: Group }) {
  const t = useMessages();
  const { root, written, change, makeId } = useRuleEdits();
  const chosen = (Object.keys(joins) as Join[]).find(
    (key) => joins[key].join === group.join && joins[key].isNot === group.isNot,
  );
  const problem = written.problems.get(group.id);
  const addQuestion = () => {
    const question = createQuestion(makeId());
    change(addPart(root, group.id, question), question.id);
  };
  const addGroup = () => {
    const question = createQuestion(makeId());
    change(
      addPart(root, group.id, createGroup(makeId(), group.join === 'all' ? 'any' : 'all', [question])),
      question.id,
    );
  };
  return (
    <div
      className={`${styles['group']} ${styles[group.join]} ${group.isNot ? styles['negated'] : ''}`}
      role="group"
      aria-label={t.segments.joins[chosen ?? 'all']}
    >
      <div className={styles['groupHead']}>
        <select
          className={`${field['input']} ${styles['join']}`}
          aria-label={t.segments.joinLabel}
          value={chosen}
          onChange={({ target }) => change(updatePart(root, { ...group, ...joins[target.value as Join] }))}
        >
          {(Object.keys(joins) as Join[]).map((key) => (
            <option key={key} value={key}>
              {t.segments.joins[key]}
            </option>
          ))}
        </select>
        {group.id !== root.id && <PartMenu part={group} name={t.segments.group} />}
      </div>
      {group.parts.map((part) =>
        part.kind === 'group' ? <GroupBox key={part.id} group={part} /> : <QuestionRow key={part.id} question={part} />,
      )}
      {problem !== undefined && (
        <p className={styles['problem']} id={`value-${group.id}`} tabIndex={-1}>
          {problem === 'tooDeep' || problem === 'tooLarge'
            ? t.segments.problems[problem]
            : t.segments.problems.emptyGroup}
        </p>
      )}
      <div className={styles['adding']}>
        <Button id={`add-${group.id}`} size="small" look="quiet" onClick={addQuestion}>
          <Plus size={15} aria-hidden />
          {t.segments.addQuestion}
        </Button>
        <Button size="small" look="quiet" onClick={addGroup}>
          <Plus size={15} aria-hidden />
          {t.segments.addGroup}
        </Button>
      </div>
    </div>
  );
}
