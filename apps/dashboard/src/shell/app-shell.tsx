import { Menu } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { iconButtonClass } from '../components/icon-button.tsx';
import { Logo } from '../components/logo.tsx';
import { useMessages } from '../messages/messages-context.ts';
import styles from './app-shell.module.css';
import { Sidebar, type SidebarProps } from './sidebar.tsx';

export interface AppShellProps extends Omit<SidebarProps, 'onNavigate'> {
  /** The address of the page; when it changes, the keyboard and the screen reader begin at the new page. */
  readonly pathname: string;
  readonly children: ReactNode;
}

/** What stands around every page: the way to the others, at the side, or behind a button on a phone. */
export function AppShell({ pathname, children, ...sidebar }: AppShellProps) {
  const t = useMessages();
  const main = useRef<HTMLElement>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const shownPath = useRef(pathname);
  useEffect(() => {
    if (shownPath.current === pathname) return;
    shownPath.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  const close = () => setMenuOpen(false);
  const isOfStore = sidebar.store !== null && `${pathname}/`.startsWith(`/stores/${sidebar.store.slug}/`);
  return (
    <div className={styles['shell']}>
      <a
        className={styles['skip']}
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t.common.skipToContent}
      </a>
      <aside className={styles['sidebar']}>
        <div className={styles['sticky']}>
          <Sidebar {...sidebar} onNavigate={close} />
        </div>
      </aside>
      <header className={styles['topbar']}>
        <span className={styles['brand']}>
          <Logo size={26} />
          <span className={styles['brandName']}>{isOfStore ? sidebar.store?.name : 'Regulars'}</span>
        </span>
        <Dialog.Root open={isMenuOpen} onOpenChange={setMenuOpen}>
          <Dialog.Trigger className={iconButtonClass} aria-label={t.shell.menu}>
            <Menu size={22} aria-hidden />
          </Dialog.Trigger>
          <Dialog.Portal>
            <Dialog.Overlay className={styles['overlay']} />
            <Dialog.Content className={styles['drawer']} aria-describedby={undefined}>
              <Dialog.Title className="visually-hidden">{t.shell.menu}</Dialog.Title>
              <Sidebar
                {...sidebar}
                onNavigate={close}
                onStore={(slug) => {
                  close();
                  sidebar.onStore(slug);
                }}
                onFind={() => {
                  close();
                  sidebar.onFind();
                }}
              />
            </Dialog.Content>
          </Dialog.Portal>
        </Dialog.Root>
      </header>
      <main className={styles['main']} id="content" ref={main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
