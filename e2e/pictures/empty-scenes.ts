import { open, type Scene } from './scene.ts';

/** The pages of a store in which nothing has happened yet; its home is where it begins. */
export function listEmptyScenes(home: string, origin: string): readonly Scene[] {
  const pages = ['', 'customers', 'segments', 'mailbox', 'sequences', 'referrals', 'connections', 'settings'];
  return [
    ...pages.map((page) => ({ name: `empty-${page === '' ? 'home' : page}`, url: `${home}/${page}` })),
    { name: 'switch-on', url: `${home}/sequences`, prepare: (page) => page.getByRole('switch').first().click() },
    { name: 'connect', url: `${home}/connections`, prepare: open('Add a connection') },
    { name: 'empty-fleet', url: `${origin}/fleet` },
  ];
}
