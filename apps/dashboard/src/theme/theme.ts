export type Theme = 'system' | 'light' | 'dark';

/** Also read by public/theme.js before the first paint. */
const storageKey = 'regulars.theme';

export function readTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

const watchers = new Set<() => void>();

/** Calls whenever a theme is chosen; gives back how to stop. */
export function watchTheme(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}

/** Shows the page in this theme from now on, in this browser. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // Storage is closed: the choice holds until the page is left.
  }
  for (const onChange of watchers) onChange();
}
