import { compile } from 'html-to-text';

const convert = compile({
  // Lines are not broken here: the names to be filled in have lengths of their own.
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'], noAnchorUrl: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'ul', options: { itemPrefix: '- ' } },
  ],
});

/** The text part of a letter: the same words and the same links. */
export function toLetterText(letterHtml: string): string {
  return convert(letterHtml).trim();
}
