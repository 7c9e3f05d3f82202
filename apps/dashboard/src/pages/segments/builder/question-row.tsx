import field from '../../../components/field.module.css';
import { useMessages } from '../../../messages/messages-context.ts';
import { updatePart } from '../rule/edit-draft.ts';
import { comparisons, fieldKinds, withField, type Question, type RuleField } from '../rule/rule-draft.ts';
import styles from './builder.module.css';
import { PartMenu } from './part-menu.tsx';
import { useRuleEdits } from './rule-edits.ts';
import { ValueInput } from './value-input.tsx';

const fields = Object.keys(fieldKinds) as readonly RuleField[];

/** One question: what is asked, how it is compared, with what. */
export function QuestionRow({ question }: { readonly question: Question }) {
  const t = useMessages();
  const { store, root, written, isStrict, newestId, change } = useRuleEdits();
  const edit = (changed: Question) => change(updatePart(root, changed));
  const name = t.rules.fields[question.field] ?? question.field;
  const problem = written.problems.get(question.id);
  // An empty field is not wrong while it is being filled; what was typed and makes no sense is.
  const shown = problem !== undefined && (isStrict || question.text !== '' || problem === 'tooManyValues');
  const errorId = `error-${question.id}`;
  const kind = fieldKinds[question.field];
  const known = comparisons[kind];
  const isList = kind === 'country' || kind === 'product' || kind === 'category';
  return (
    <div className={styles['question']} role="group" aria-label={name}>
      <button
        type="button"
        className={styles['not']}
        aria-pressed={question.isNot}
        title={t.segments.isNotLabel}
        onClick={() => edit({ ...question, isNot: !question.isNot })}
      >
        {t.segments.isNot}
      </button>
      <select
        className={`${field['input']} ${styles['field']}`}
        aria-label={t.segments.field}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just added by pressing a button, and is what comes next
        autoFocus={newestId === question.id}
        value={question.field}
        onChange={({ target }) => edit(withField(question, target.value as RuleField))}
      >
        {fields.map((option) => (
          <option key={option} value={option}>
            {t.rules.fields[option] ?? option}
          </option>
        ))}
      </select>
      {known.length > 1 && (
        <select
          className={`${field['input']} ${styles['comparison']}`}
          aria-label={t.segments.comparison}
          value={question.is}
          onChange={({ target }) => edit({ ...question, is: target.value })}
        >
          {known.map((option) => (
            <option key={option} value={option}>
              {t.rules.comparisons[option] ?? option}
            </option>
          ))}
        </select>
      )}
      <div className={`${styles['value']} ${isList ? styles['isList'] : ''}`}>
        <ValueInput
          question={question}
          storeId={store.id}
          currency={store.currency}
          isWrong={shown}
          errorId={errorId}
          onChange={(changed) => edit({ ...question, ...changed })}
        />
      </div>
      <div className={styles['menu']}>
        <PartMenu part={question} name={name} />
      </div>
      {shown && (
        <p className={styles['problem']} id={errorId}>
          {describeProblem(t.segments.problems[problem], name)}
        </p>
      )}
    </div>
  );
}

function describeProblem(words: string | ((field: string) => string), name: string): string {
  return typeof words === 'string' ? words : words(name);
}
