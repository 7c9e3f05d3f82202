import { Link } from '@tanstack/react-router';
import { LogOut, Search } from 'lucide-react';

import type { Session } from '../api/session.ts';
import type { Store } from '../api/stores.ts';
import { IconButton } from '../components/icon-button.tsx';
import { Logo } from '../components/logo.tsx';
import { useMessages } from '../messages/messages-context.ts';
import shell from './app-shell.module.css';
import { instancePages, storePages } from './destinations.ts';
import { LanguageChoice } from './language-choice.tsx';
import { commandKey } from './shortcut-keys.ts';
import styles from './sidebar.module.css';
import { ThemeChoice } from './theme-choice.tsx';

export interface SidebarProps {
  readonly session: Session;
  readonly stores: readonly Store[];
  readonly store: Store | null;
  readonly onStore: (slug: string) => void;
  readonly onNavigate: () => void;
  readonly onFind: () => void;
  readonly onSignOut: () => void;
}

/** Where one can go: the store's pages, then the instance's. A page one may not see is not offered. */
export function Sidebar({ session, stores, store, onStore, onNavigate, onFind, onSignOut }: SidebarProps) {
  const t = useMessages();
  const isOffered = ({ needs }: { readonly needs: string }) => session.actions.includes(needs);
  const instance = instancePages.filter(isOffered);
  return (
    <>
      <div className={styles['head']}>
        <Link to="/" className={shell['brand']} onClick={onNavigate}>
          <Logo />
          Regulars
        </Link>
        {store !== null && (
          <select
            className={styles['store']}
            aria-label={t.shell.store}
            value={store.slug}
            onChange={({ target }) => onStore(target.value)}
          >
            {stores.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        )}
        <button type="button" className={styles['find']} onClick={onFind}>
          <Search size={16} aria-hidden />
          {t.palette.open}
          <kbd>{commandKey} K</kbd>
        </button>
      </div>
      <nav className={styles['nav']} aria-label={t.shell.navigation}>
        {store !== null &&
          storePages.filter(isOffered).map(({ to, name, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              params={{ slug: store.slug }}
              activeOptions={{ exact: name === 'start' }}
              className={styles['link']}
              onClick={onNavigate}
            >
              <Icon size={18} aria-hidden />
              {t.shell[name]}
            </Link>
          ))}
        {instance.length > 0 && <hr className={styles['rule']} />}
        {instance.map(({ to, name, icon: Icon }) => (
          <Link key={to} to={to} className={styles['link']} onClick={onNavigate}>
            <Icon size={18} aria-hidden />
            {t.shell[name]}
          </Link>
        ))}
      </nav>
      <div className={styles['foot']}>
        <div className={styles['choices']}>
          <ThemeChoice />
          <LanguageChoice />
        </div>
        {session.person !== null && (
          <div className={styles['person']}>
            <div className={styles['words']}>
              <p className={styles['name']}>{session.person.name}</p>
              <p className={styles['role']}>{t.shell.roles[session.person.role]}</p>
            </div>
            <IconButton icon={LogOut} label={t.shell.signOut} onClick={onSignOut} />
          </div>
        )}
      </div>
    </>
  );
}
