import type { Role, Standing } from '../../api/people.ts';
import type { Store } from '../../api/stores.ts';
import { CheckField } from '../../components/check-field.tsx';
import { SelectField } from '../../components/field.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './people.module.css';

export interface StandingFieldsProps {
  readonly standing: Standing;
  readonly stores: readonly Store[];
  readonly onChange: (standing: Standing) => void;
}

const roles = ['owner', 'marketer', 'developer', 'client'] as const satisfies readonly Role[];

/** A role, and the stores that go with it: an owner sees all, a client only those ticked, others as one likes. */
export function StandingFields({ standing: { role, storeIds }, stores, onChange }: StandingFieldsProps) {
  const t = useMessages();
  const isLimited = role === 'client' || storeIds !== null;
  const chosen = storeIds ?? [];
  const toggle = (storeId: string, isChosen: boolean) =>
    onChange({ role, storeIds: isChosen ? [...chosen, storeId] : chosen.filter((id) => id !== storeId) });
  return (
    <>
      <SelectField
        label={t.people.role}
        hint={role === 'owner' ? t.people.ownerSeesAll : undefined}
        value={role}
        options={roles.map((value) => ({ value, label: t.shell.roles[value] }))}
        onChange={({ target }) => {
          const next = target.value as Role;
          onChange({ role: next, storeIds: next === 'owner' ? null : next === 'client' ? chosen : storeIds });
        }}
      />
      {role !== 'owner' && (
        <fieldset className={styles['group']}>
          <legend className={styles['legend']}>{t.people.stores}</legend>
          {role !== 'client' && (
            <CheckField
              label={t.people.onlySome}
              hint={t.people.onlySomeNote}
              checked={isLimited}
              onChange={({ target }) => onChange({ role, storeIds: target.checked ? [] : null })}
            />
          )}
          {isLimited && (
            <div className={styles['stores']}>
              {stores.map(({ id, name }) => (
                <CheckField
                  key={id}
                  label={name}
                  checked={chosen.includes(id)}
                  onChange={({ target }) => toggle(id, target.checked)}
                />
              ))}
            </div>
          )}
        </fieldset>
      )}
    </>
  );
}
