import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CircleHelp, Languages, LogOut, Sparkles, Store as StoreIcon, SunMoon, type LucideIcon } from 'lucide-react';

import { demoLaunchQuery } from '../../api/demo-launch.ts';
import type { Session } from '../../api/session.ts';
import type { Store } from '../../api/stores.ts';
import { useLanguage } from '../../messages/language-context.ts';
import { languages } from '../../messages/language.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { applyTheme } from '../../theme/theme.ts';
import { hiddenPages, instancePages, storePages } from '../destinations.ts';
import type { Command } from './find-commands.ts';

export interface PaletteCommand extends Command {
  readonly group: string;
  readonly icon: LucideIcon;
  readonly note?: string | undefined;
  readonly run: () => void;
}

export interface CommandSources {
  readonly session: Session;
  readonly stores: readonly Store[];
  readonly store: Store | null;
  readonly onHelp: () => void;
  readonly onSignOut: () => void;
}

/** All one can go to or do from anywhere: what one may not do is not offered. */
export function useCommands({ session, stores, store, onHelp, onSignOut }: CommandSources): readonly PaletteCommand[] {
  const { palette: t, shell, demo } = useMessages();
  const { data: launch } = useQuery(demoLaunchQuery);
  const { onLanguage } = useLanguage();
  const navigate = useNavigate();
  const isOffered = ({ needs }: { readonly needs: string }) => session.actions.includes(needs);
  return [
    ...(store === null ? [] : storePages.filter(isOffered)).map(({ to, name, icon }) => ({
      id: to,
      label: shell[name],
      note: store?.name,
      group: t.pages,
      icon,
      run: () => void navigate({ to, params: { slug: store?.slug ?? '' } }),
    })),
    ...[...instancePages, ...hiddenPages].filter(isOffered).map(({ to, name, icon }) => ({
      id: to,
      label: shell[name],
      group: t.pages,
      icon,
      run: () => void navigate({ to }),
    })),
    ...(launch?.isOffered === true
      ? [
          {
            id: 'demo',
            label: demo.launch.button,
            group: t.pages,
            icon: Sparkles,
            run: () => void navigate({ to: '/demo' }),
          },
        ]
      : []),
    ...(['system', 'light', 'dark'] as const).map((theme) => ({
      id: `theme ${theme}`,
      label: t.theme(shell.themes[theme]),
      words: theme,
      group: t.settings,
      icon: SunMoon,
      run: () => applyTheme(theme),
    })),
    ...languages.map(({ value, name }) => ({
      id: `language ${value}`,
      label: t.language(name),
      group: t.settings,
      icon: Languages,
      run: () => onLanguage(value),
    })),
    { id: 'help', label: t.shortcuts, group: t.settings, icon: CircleHelp, run: onHelp },
    { id: 'sign-out', label: shell.signOut, group: t.settings, icon: LogOut, run: onSignOut },
    ...stores.map(({ slug, name }) => ({
      id: `store ${slug}`,
      label: name,
      words: slug,
      group: t.stores,
      icon: StoreIcon,
      run: () => void navigate({ to: '/stores/$slug', params: { slug } }),
    })),
  ];
}
