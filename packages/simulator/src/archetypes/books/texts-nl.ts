import type { CatalogueTexts } from '../archetype.ts';

export const booksInDutch: CatalogueTexts = {
  categories: {
    novels: 'Romans',
    ebooks: 'E-boeken',
    guides: 'Gidsen',
    courses: 'Cursussen',
    coaching: 'Begeleiding',
    poetry: 'Poëzie',
    gifts: 'Cadeaus',
  },
  products: {
    'tidewater-1': {
      title: 'Getij 1: De havenmeester',
      description: 'Een veerpont is verdwenen, en de enige die haar hoorde is de vrouw naar wie niemand luistert.',
    },
    'tidewater-1-ebook': {
      title: 'Getij 1: De havenmeester (e-boek)',
      description: 'De eerste Getij-roman als EPUB, zonder kopieerslot.',
    },
    'tidewater-2': {
      title: 'Getij 2: Doodtij',
      description: 'Zes uur waarin niets beweegt, en een brief die twintig jaar te laat komt.',
    },
    'tidewater-2-ebook': {
      title: 'Getij 2: Doodtij (e-boek)',
      description: 'De tweede Getij-roman als EPUB, zonder kopieerslot.',
    },
    'tidewater-3': {
      title: 'Getij 3: De lampenkamer',
      description: 'De vuurtoren is verkocht. Wat de wachter er verborg, stond niet in het contract.',
    },
    'tidewater-3-ebook': {
      title: 'Getij 3: De lampenkamer (e-boek)',
      description: 'De derde Getij-roman als EPUB, zonder kopieerslot.',
    },
    'tidewater-4': {
      title: 'Getij 4: Springtij',
      description: 'Het laatste deel. De veerpont komt terug.',
    },
    'tidewater-4-ebook': {
      title: 'Getij 4: Springtij (e-boek)',
      description: 'De laatste Getij-roman als EPUB, zonder kopieerslot.',
    },
    'salt-road-1': {
      title: 'De zoutweg 1: Vertrek',
      description: 'Twee zussen, één muildier en een schuld die in een ander land betaald moet worden.',
    },
    'salt-road-1-ebook': {
      title: 'De zoutweg 1: Vertrek (e-boek)',
      description: 'Het eerste deel als EPUB, zonder kopieerslot.',
    },
    'salt-road-2': {
      title: 'De zoutweg 2: De pas',
      description: 'De sneeuw komt vroeg, en wie hen volgt ook.',
    },
    'salt-road-2-ebook': {
      title: 'De zoutweg 2: De pas (e-boek)',
      description: 'Het tweede deel als EPUB, zonder kopieerslot.',
    },
    'salt-road-3': {
      title: 'De zoutweg 3: Aankomst',
      description: 'Wat de schuld werkelijk was, en wie haar al die tijd betaalde.',
    },
    'salt-road-3-ebook': {
      title: 'De zoutweg 3: Aankomst (e-boek)',
      description: 'Het derde deel als EPUB, zonder kopieerslot.',
    },
    'quiet-work': {
      title: 'Stil werk',
      description:
        'Hoe je één ding tegelijk doet op een plek die er tien wil. Twaalf hoofdstukken, een voor elke maand.',
    },
    'quiet-work-workbook': {
      title: 'Stil werk, het werkboek',
      description: 'Tweeënvijftig bladzijden, een per week, met ruimte voor een potlood. Hoort bij het boek.',
    },
    'quiet-work-course': {
      title: 'Stil werk, de cursus',
      description: 'Acht avonden online in een groep van twaalf, geleid door de schrijver.',
    },
    'quiet-work-coaching': {
      title: 'Stil werk, vijf uur begeleiding',
      description: 'Vijf uur met de schrijver alleen, verdeeld over zoveel maanden als je wilt.',
    },
    'small-repairs': {
      title: 'Een huis vol kleine klussen',
      description: 'Scharnieren, kranen, stucwerk, geduld. Met de hand getekend, ook voor wie huurt.',
    },
    'kitchen-almanac': {
      title: 'De keukenalmanak',
      description: 'Wat je in welke week kookt, en waarom het dan ergens naar smaakt. In linnen gebonden.',
    },
    'low-light': {
      title: 'Laag licht, gedichten',
      description: 'Eenenveertig gedichten voor de tijd tussen vier uur ’s middags en het avondeten.',
    },
    'book-token': {
      title: 'Boekenbon',
      description: 'Per mail, voor al onze boeken. Drie jaar geldig.',
    },
  },
};
