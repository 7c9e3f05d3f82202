import { Link } from '@tanstack/react-router';
import { Cable, Gift, HeartPulse, House, Inbox, LogOut, Users, Waypoints, type LucideIcon } from 'lucide-react';

import type { Session } from '../api/session.ts';
import type { Store } from '../api/stores.ts';
import { Logo } from '../components/logo.tsx';
import { useMessages } from '../messages/messages-context.ts';
import shell from './app-shell.module.css';
import { LanguageChoice } from './language-choice.tsx';
import styles from './sidebar.module.css';
import { ThemeChoice } from './theme-choice.tsx';

export interface SidebarProps {
  readonly session: Session;
  readonly stores: readonly Store[];
  readonly store: Store | null;
  readonly onStore: (slug: string) => void;
  readonly onNavigate: () => void;
  readonly onSignOut: () => void;
}

const storePages = [
  { to: '/stores/$slug', name: 'start', icon: House, needs: 'stores.read' },
  { to: '/stores/$slug/customers', name: 'customers', icon: Users, needs: 'customers.read' },
  { to: '/stores/$slug/mailbox', name: 'mailbox', icon: Inbox, needs: 'messages.read' },
  { to: '/stores/$slug/sequences', name: 'sequences', icon: Waypoints, needs: 'sequences.read' },
  { to: '/stores/$slug/referrals', name: 'referrals', icon: Gift, needs: 'referrals.read' },
  { to: '/stores/$slug/connections', name: 'connections', icon: Cable, needs: 'connections.read' },
] as const satisfies readonly { to: string; name: string; icon: LucideIcon; needs: string }[];

/** Where one can go: the store's pages, then the instance's. A page one may not see is not offered. */
export function Sidebar({ session, stores, store, onStore, onNavigate, onSignOut }: SidebarProps) {
  const t = useMessages();
  const may = (action: string) => session.actions.includes(action);
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
      </div>
      <nav className={styles['nav']} aria-label={t.shell.navigation}>
        {store !== null &&
          storePages
            .filter(({ needs }) => may(needs))
            .map(({ to, name, icon: Icon }) => (
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
        {may('health.read') && (
          <>
            <hr className={styles['rule']} />
            <Link to="/health" className={styles['link']} onClick={onNavigate}>
              <HeartPulse size={18} aria-hidden />
              {t.shell.health}
            </Link>
          </>
        )}
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
            <button
              type="button"
              className={shell['menu']}
              aria-label={t.shell.signOut}
              title={t.shell.signOut}
              onClick={onSignOut}
            >
              <LogOut size={18} aria-hidden />
            </button>
          </div>
        )}
      </div>
    </>
  );
}
