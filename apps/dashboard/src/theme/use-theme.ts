import { useSyncExternalStore } from 'react';

import { readTheme, watchTheme, type Theme } from './theme.ts';

/** The theme that was chosen; follows wherever it is changed. */
export function useTheme(): Theme {
  return useSyncExternalStore(watchTheme, readTheme);
}
