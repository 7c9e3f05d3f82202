/** Carts that a shop's own pages tell of; a part of the connections page. */
export const storefront = {
  title: 'Carts from the shop’s pages',
  closed: 'The platform does not tell of carts that were left behind. A small script on the shop’s pages can.',
  open: (shopUrl: string) => `Carts are taken from the pages of ${shopUrl}. Put this on every page:`,
  snippet: 'Snippet',
  consent:
    'It tells nothing until your consent banner calls regulars.consent(true), or the snippet says data-consent="given".',
  begin: 'Get the script',
  renew: 'Make a new key',
  end: 'Stop taking carts',
  beginText: 'Which shop’s pages are to tell of carts? Only they can use the key.',
  renewText: 'The key on the shop’s pages serves no more; put the new snippet there.',
  shopUrl: 'Address of the shop',
  shopUrlHint: 'As the shop’s pages have it, with www. if they do.',
};
