/** Words of every page. */
export const common = {
  loading: 'Loading',
  tryAgain: 'Try again',
  requestId: (id: string) => `Request ${id}`,
  close: 'Close',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  copyWhat: (what: string) => `Copy: ${what}`,
  showMore: 'Show more',
  skipToContent: 'Skip to content',
  unknown: 'unknown',
  unreachable: 'The server cannot be reached. Check that it runs; nothing is lost meanwhile.',
  notShown: 'This could not be shown.',
};

/** What stands around the pages. */
export const shell = {
  navigation: 'Pages',
  menu: 'Menu',
  store: 'Store',
  start: 'Start',
  customers: 'Customers',
  mailbox: 'Mailbox',
  sequences: 'Sequences',
  referrals: 'Referrals & rewards',
  connections: 'Connections',
  health: 'Health',
  signOut: 'Sign out',
  theme: 'Colours',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  roles: { owner: 'Owner', marketer: 'Marketer', developer: 'Developer', client: 'Client' },
  noStore: 'There is no store you may see yet. Ask the owner of this instance.',
  noStoreTitle: 'No store yet',
  pageMissing: 'This page does not exist.',
  pageMissingText: 'The address may be mistyped, or what was here is gone.',
  toStart: 'To the start',
};
