export { actions, type Action } from './action.ts';
export { requestErrors } from './errors.ts';
export { instant } from './instant.ts';
export { cursorOf, pageOf, pageQuery, toPage, type CursorCodec, type Page } from './page.ts';
export { seesStore, type Principal } from './principal.ts';
