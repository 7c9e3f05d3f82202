import { CheckField } from '../../components/check-field.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { toRights } from '../people/to-rights.ts';
import styles from './api-keys.module.css';

export interface RightsFieldProps {
  /** What whoever makes the key may do; a key never does more. */
  readonly offered: readonly string[];
  readonly chosen: readonly string[];
  readonly error: string | null;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** What a key may do, area by area. Who may change may look. */
export function RightsField({ offered, chosen, error, onChange }: RightsFieldProps) {
  const t = useMessages();
  const without = (action: string) => chosen.filter((other) => other !== action);
  return (
    <fieldset className={styles['rights']}>
      <legend>{t.apiKeys.rightsLegend}</legend>
      <p className={styles['hint']}>{t.apiKeys.rightsHint}</p>
      <div className={styles['list']}>
        {toRights([{ role: 'maker', actions: offered }]).map(({ area, rights }) => {
          const [read, write] = [`${area}.read`, `${area}.write`];
          return (
            <div key={area} className={styles['area']} role="group" aria-label={t.people.areas[area] ?? area}>
              <span>{t.people.areas[area] ?? area}</span>
              <CheckField
                label={t.apiKeys.look}
                checked={chosen.includes(read)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...chosen, read] : without(read).filter((action) => action !== write))
                }
              />
              {rights['maker'] === 'write' ? (
                <CheckField
                  label={t.apiKeys.alsoChange}
                  checked={chosen.includes(write)}
                  onChange={({ target }) =>
                    onChange(target.checked ? [...new Set([...chosen, read, write])] : without(write))
                  }
                />
              ) : (
                <span />
              )}
            </div>
          );
        })}
      </div>
      {error !== null && (
        <p className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
