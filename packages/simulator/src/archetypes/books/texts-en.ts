import type { CatalogueTexts } from '../archetype.ts';

export const booksInEnglish: CatalogueTexts = {
  categories: { novels: 'Novels', downloads: 'Downloads', guides: 'Guides', courses: 'Courses' },
  products: {
    'tidewater-1': { title: 'Tidewater I', description: 'A novel.' },
    'tidewater-2': { title: 'Tidewater II', description: 'A novel.' },
    'tidewater-1-ebook': { title: 'Tidewater I (e-book)', description: 'A novel.' },
    'quiet-work': { title: 'Quiet Work', description: 'A guide.' },
    'quiet-work-course': { title: 'Quiet Work, the course', description: 'A course.' },
  },
};
