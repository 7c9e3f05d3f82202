import type { CatalogueTexts } from '../archetype.ts';

export const booksInEnglish: CatalogueTexts = {
  categories: {
    novels: 'Novels',
    ebooks: 'E-books',
    guides: 'Guides',
    courses: 'Courses',
    coaching: 'Coaching',
    poetry: 'Poetry',
    gifts: 'Gifts',
  },
  products: {
    'tidewater-1': {
      title: 'Tidewater 1: The Harbour Master',
      description: 'A ferry is missing, and the only one who heard it is the woman nobody listens to.',
    },
    'tidewater-1-ebook': {
      title: 'Tidewater 1: The Harbour Master (e-book)',
      description: 'The first Tidewater novel as EPUB, without copy protection.',
    },
    'tidewater-2': {
      title: 'Tidewater 2: Slack Water',
      description: 'Six hours in which nothing moves, and a letter that is twenty years late.',
    },
    'tidewater-2-ebook': {
      title: 'Tidewater 2: Slack Water (e-book)',
      description: 'The second Tidewater novel as EPUB, without copy protection.',
    },
    'tidewater-3': {
      title: 'Tidewater 3: The Lamp Room',
      description: 'The lighthouse is sold. What its keeper hid there was not part of the contract.',
    },
    'tidewater-3-ebook': {
      title: 'Tidewater 3: The Lamp Room (e-book)',
      description: 'The third Tidewater novel as EPUB, without copy protection.',
    },
    'tidewater-4': {
      title: 'Tidewater 4: Spring Tide',
      description: 'The last of the four. The ferry comes back.',
    },
    'tidewater-4-ebook': {
      title: 'Tidewater 4: Spring Tide (e-book)',
      description: 'The last Tidewater novel as EPUB, without copy protection.',
    },
    'salt-road-1': {
      title: 'The Salt Road 1: Departure',
      description: 'Two sisters, one mule and a debt to be paid in another country.',
    },
    'salt-road-1-ebook': {
      title: 'The Salt Road 1: Departure (e-book)',
      description: 'The first part as EPUB, without copy protection.',
    },
    'salt-road-2': {
      title: 'The Salt Road 2: The Pass',
      description: 'Snow comes early, and so do those who follow them.',
    },
    'salt-road-2-ebook': {
      title: 'The Salt Road 2: The Pass (e-book)',
      description: 'The second part as EPUB, without copy protection.',
    },
    'salt-road-3': {
      title: 'The Salt Road 3: Arrival',
      description: 'What the debt really was, and who had paid it all along.',
    },
    'salt-road-3-ebook': {
      title: 'The Salt Road 3: Arrival (e-book)',
      description: 'The third part as EPUB, without copy protection.',
    },
    'quiet-work': {
      title: 'Quiet Work',
      description: 'How to do one thing at a time in a place that wants ten. Twelve chapters, one for each month.',
    },
    'quiet-work-workbook': {
      title: 'Quiet Work, the workbook',
      description: 'Fifty-two pages, one a week, with room for a pencil. Goes with the book.',
    },
    'quiet-work-course': {
      title: 'Quiet Work, the course',
      description: 'Eight evenings online in a group of twelve, led by the author.',
    },
    'quiet-work-coaching': {
      title: 'Quiet Work, five hours of coaching',
      description: 'Five hours with the author, alone, spread over as many months as you like.',
    },
    'small-repairs': {
      title: 'A House of Small Repairs',
      description: 'Hinges, taps, plaster, patience. Drawn by hand, for people who rent, too.',
    },
    'kitchen-almanac': {
      title: 'The Kitchen Almanac',
      description: 'What to cook in which week, and why it tastes of something then. Bound in linen.',
    },
    'low-light': {
      title: 'Low Light, poems',
      description: 'Forty-one poems for the time between four in the afternoon and supper.',
    },
    'book-token': {
      title: 'Book token',
      description: 'By e-mail, for any book of ours. Good for three years.',
    },
  },
};
