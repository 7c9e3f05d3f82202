export { chooseLanguage } from './choose-language.ts';
export { html, type Html } from './html.ts';
export { sendPage, type Page } from './render-page.ts';
