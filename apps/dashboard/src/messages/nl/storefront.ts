import type { Messages } from '../en.ts';

/** Carts that a shop's own pages tell of; a part of the connections page. */
export const storefront: Messages['storefront'] = {
  title: 'Winkelwagens van de pagina’s van de winkel',
  closed:
    'Het platform meldt geen achtergelaten winkelwagens. Een klein script op de pagina’s van de winkel kan dat wel.',
  open: (shopUrl) => `Winkelwagens komen van de pagina’s van ${shopUrl}. Zet dit op elke pagina:`,
  snippet: 'Code',
  consent:
    'Het meldt niets tot je toestemmingsbanner regulars.consent(true) aanroept, of er data-consent="given" in de code staat.',
  begin: 'Script maken',
  renew: 'Nieuwe sleutel maken',
  end: 'Niet meer aannemen',
  beginText: 'De pagina’s van welke winkel mogen winkelwagens melden? Alleen die kunnen de sleutel gebruiken.',
  renewText: 'De sleutel op de pagina’s van de winkel werkt dan niet meer; zet daar de nieuwe code.',
  shopUrl: 'Adres van de winkel',
  shopUrlHint: 'Zoals de pagina’s van de winkel het hebben, met www. als dat erbij hoort.',
};
