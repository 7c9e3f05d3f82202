import { Dialog } from '../components/dialog.tsx';
import { useMessages } from '../messages/messages-context.ts';
import { instancePages, storePages } from './destinations.ts';
import { commandKey } from './shortcut-keys.ts';
import styles from './shortcuts-dialog.module.css';

export interface ShortcutsDialogProps {
  readonly actions: readonly string[];
  readonly onClose: () => void;
}

/** The keys that work everywhere. */
export function ShortcutsDialog({ actions, onClose }: ShortcutsDialogProps) {
  const { palette: t, shell } = useMessages();
  const pages = [...storePages, ...instancePages].filter(({ needs }) => actions.includes(needs));
  const shortcuts = [
    { does: t.find, keys: [commandKey, 'K'] },
    { does: t.help, keys: ['?'] },
    { does: t.rows, keys: ['↑', '↓'] },
    { does: t.closes, keys: ['Esc'] },
    ...pages.map(({ name, letter }) => ({ does: t.goTo(shell[name]), keys: ['G', letter.toUpperCase()] })),
  ];
  return (
    <Dialog title={t.shortcuts} text={t.shortcutsText} isOpen onClose={onClose}>
      <dl className={styles['keys']}>
        {shortcuts.map(({ does, keys }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
