import { expect, test } from 'vitest';
import { decodeEntities } from './decode-entities.ts';

test.for([
  ['E-Books &amp; Guides', 'E-Books & Guides'],
  ['&lt;b&gt; &quot;it&#039;s&#34; &#38;', '<b> "it\'s" &'],
  ['&amp;lt;', '&lt;'],
  ['Größe &euro; & more', 'Größe &euro; & more'],
] as const)('%s is %s', ([encoded, decoded]) => {
  expect(decodeEntities(encoded)).toBe(decoded);
});
