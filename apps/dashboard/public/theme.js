// Before the first paint, so that a dark page never flashes light. The key is the one in src/theme/theme.ts.
try {
  const theme = localStorage.getItem('regulars.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed: the system's theme stands.
}
