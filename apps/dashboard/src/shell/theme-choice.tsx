import { Monitor, Moon, Sun } from 'lucide-react';

import { useMessages } from '../messages/messages-context.ts';
import { applyTheme, type Theme } from '../theme/theme.ts';
import { useTheme } from '../theme/use-theme.ts';
import styles from './theme-choice.module.css';

const themes = [
  { value: 'system', icon: Monitor },
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
] as const satisfies readonly { value: Theme; icon: unknown }[];

/** Light, dark, or as the system has it. */
export function ThemeChoice() {
  const t = useMessages();
  const theme = useTheme();
  return (
    <fieldset className={styles['choice']}>
      <legend className="visually-hidden">{t.shell.theme}</legend>
      {themes.map(({ value, icon: Icon }) => (
        <button
          key={value}
          type="button"
          className={styles['option']}
          aria-pressed={theme === value}
          aria-label={t.shell.themes[value]}
          title={t.shell.themes[value]}
          onClick={() => applyTheme(value)}
        >
          <Icon size={16} aria-hidden />
        </button>
      ))}
    </fieldset>
  );
}
