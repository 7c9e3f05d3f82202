import { readFile } from 'node:fs/promises';
import mjml2html from 'mjml';
import { expect, it } from 'vitest';
import { layoutHtml, layoutMarks } from './layout.ts';

/** After a change of `layout.mjml`: `pnpm vitest run --project unit apps/server/src/delivery/templates/layout.test.ts -u`. */
it('the layout is what MJML makes of its source', async () => {
  const source = await readFile(new URL('./layout.mjml', import.meta.url), 'utf8');
  const { html, errors } = await mjml2html(source, { fonts: {}, validationLevel: 'strict' });
  expect(errors).toEqual([]);
  const compact = html
    .replace(/^\s+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .replace(/^[ \t]+/gm, '');
  await expect(compact).toMatchFileSnapshot('./layout.html');
});

it.each(Object.values(layoutMarks))('it has a place for %s', (mark) => {
  expect(layoutHtml).toContain(mark);
});
