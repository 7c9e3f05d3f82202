import type { SegmentRule } from '@regulars/core/segments';
import type { CurrencyCode } from '@regulars/core/shared';
import { useMemo, useState, type FormEvent, type ReactNode } from 'react';

import { toProblemDetails } from '../../../api/api-error.ts';
import type { WrittenSegment } from '../../../api/segments.ts';
import type { Store } from '../../../api/stores.ts';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { Field } from '../../../components/field.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useMessages } from '../../../messages/messages-context.ts';
import { ProblemNotice } from '../../../shell/problem-notice.tsx';
import { useUnsavedGuard, type UnsavedGuard } from '../../../shell/use-unsaved-guard.tsx';
import { createIds } from '../rule/create-ids.ts';
import type { Group } from '../rule/rule-draft.ts';
import { toDraft } from '../rule/to-draft.ts';
import { toRule } from '../rule/to-rule.ts';
import styles from './builder.module.css';
import { GroupBox } from './group-box.tsx';
import { PreviewCard } from './preview-card.tsx';
import { RecountProgress } from './recount-progress.tsx';
import { RuleEditsContext, type RuleEdits } from './rule-edits.ts';

export interface SegmentFormProps {
  readonly store: Store;
  readonly initial: {
    /** As the viewer reads it: a preset's in their language. */
    readonly name: string;
    /** What it is kept as while nobody changes the name; without, as it is read. */
    readonly keptName?: string;
    readonly rule: SegmentRule;
  };
  /** Beside the name: what to start from. Another start is another form, so it asks first. */
  readonly beside?: (leave: UnsavedGuard['leave']) => ReactNode;
  readonly saving: { readonly isPending: boolean; readonly isSuccess: boolean; readonly error: Error | null };
  readonly onSave: (segment: WrittenSegment) => void;
  readonly onCancel: () => void;
}

const maxNameLength = 120;

/** A segment being written: its name, its rule, and all the while whom it would take in. */
export function SegmentForm({ store, initial, beside, saving, onSave, onCancel }: SegmentFormProps) {
  const t = useMessages();
  const context = useMemo(
    () => ({ currency: store.currency as CurrencyCode, timeZone: store.timeZone }),
    [store.currency, store.timeZone],
  );
  const [makeId] = useState(createIds);
  const [first] = useState(() => toDraft(initial.rule, context, makeId));
  const [root, setRoot] = useState<Group>(first);
  // Read once: whoever changes the language while writing has not renamed anything.
  const [firstNames] = useState({ read: initial.name, kept: initial.keptName ?? initial.name });
  const [name, setName] = useState(firstNames.read);
  const savedName = name === firstNames.read ? firstNames.kept : name.trim();
  const [newestId, setNewestId] = useState<string | null>(null);
  const [isStrict, setStrict] = useState(false);
  const written = useMemo(() => toRule(root, context), [root, context]);
  const isChanged = root !== first || name !== firstNames.read;
  const { question, leave } = useUnsavedGuard(isChanged && !saving.isSuccess && !saving.isPending);
  const nameError =
    name.trim() === '' ? t.segments.nameMissing : name.trim().length > maxNameLength ? t.segments.nameTooLong : null;

  const edits: RuleEdits = {
    store,
    root,
    written,
    isStrict,
    newestId,
    makeId,
    change: (changed, addedId) => {
      setRoot(changed);
      setNewestId(addedId ?? null);
    },
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setStrict(true);
    if (nameError !== null) return document.getElementsByName('segment-name')[0]?.focus();
    const [wrongId] = written.problems.keys();
    if (wrongId !== undefined) return focusValue(wrongId);
    if (written.rule !== null) onSave({ name: savedName, rule: written.rule });
  };
  const refusedIds = saving.error === null ? [] : toProblemDetails(saving.error).errors.map(({ path }) => path);
  const refusedId = refusedIds.map((path) => placeOf(path, written.places)).find((id) => id !== null) ?? null;
  return (
    <form onSubmit={submit} noValidate>
      {question}
      <div className={styles['layout']}>
        <div className={styles['main']}>
          <Card>
            <div className={styles['fields']}>
              <Field
                name="segment-name"
                label={t.segments.nameLabel}
                hint={t.segments.nameHint}
                error={isStrict && nameError !== null ? nameError : undefined}
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
              {beside?.(leave)}
            </div>
          </Card>
          <Card title={t.segments.builder} note={t.segments.builderNote}>
            <RuleEditsContext value={edits}>
              <GroupBox group={root} />
            </RuleEditsContext>
          </Card>
          {isStrict && written.problems.size > 0 && (
            <Notice tone="attention">{t.segments.fixFirst(written.problems.size)}</Notice>
          )}
          <ProblemNotice error={saving.error} />
          {refusedId !== null && (
            <Button size="small" onClick={() => focusValue(refusedId)}>
              {t.segments.toTheTrouble}
            </Button>
          )}
          {saving.isPending && <RecountProgress storeId={store.id} name={savedName} />}
          <div className={styles['foot']}>
            <Button onClick={onCancel}>{t.common.cancel}</Button>
            <Button type="submit" look="primary" isBusy={saving.isPending}>
              {t.segments.save}
            </Button>
          </div>
        </div>
        <div className={styles['aside']}>
          <PreviewCard store={store} rule={written.rule} />
        </div>
      </div>
    </form>
  );
}

/** Brings the keyboard to what is to be filled in: the field itself, or the search of a list. */
function focusValue(partId: string): void {
  const value = document.getElementById(`value-${partId}`);
  (value?.querySelector<HTMLElement>('input') ?? value)?.focus();
}

/** The part a refusal of the server points at: the longest place that begins its path. */
function placeOf(path: string, places: ReadonlyMap<string, string>): string | null {
  const inRule = path.replace(/^\/rule/, '');
  for (let end = inRule.length; end >= 0; end = inRule.lastIndexOf('/', end - 1)) {
    const id = places.get(inRule.slice(0, end));
    if (id !== undefined) return id;
    if (end === 0) break;
  }
  return null;
}
