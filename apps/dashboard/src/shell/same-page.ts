import { storePages } from './destinations.ts';

/** The page one is on, for another store: its list where one looks at one thing of it, its start from pages of no store. */
export function samePage(pathname: string): (typeof storePages)[number]['to'] {
  const [, , , name] = pathname.split('/');
  return storePages.find(({ to }) => name !== undefined && to === `/stores/$slug/${name}`)?.to ?? '/stores/$slug';
}
