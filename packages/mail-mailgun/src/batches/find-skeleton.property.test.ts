import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleMessage } from '../../test/example-message.ts';
import { findSkeleton, toShape } from './find-skeleton.ts';

const word = fc.constantFrom('Ada', 'Grace', 'https://mail.test/u/1', 'a & b', '100%', '', '"', 'é', '\\n', '$&');
const letter = fc
  .record({ name: word, url: word, product: word, rows: fc.integer({ min: 0, max: 3 }) })
  .map(({ name, url, product, rows }) => ({
    ...exampleMessage,
    subject: `Thank you, ${name}`,
    html: `<p>Dear ${name},</p>${`<li>${product}</li>`.repeat(rows)}<a href="${url}">here</a><hr>Bye`,
    text: `Dear ${name},\n${`- ${product}\n`.repeat(rows)}${url}\n\nBye ${name}`,
    headers: { 'List-Id': '<shop.test>', 'List-Unsubscribe': `<${url}>` },
  }));

test('a skeleton filled in for one of its messages is that message again, to the letter', () => {
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 12 }), (letters) => {
      for (const messages of Map.groupBy(letters, toShape).values()) {
        const skeleton = findSkeleton(messages);
        for (const [index, { subject, html, text, headers }] of messages.entries()) {
          const fill = (given: string) =>
            given.replace(/%recipient\.(\w+)%/g, (_, name: string) => skeleton.variables[index]?.[name] ?? 'missing');
          expect(fill(skeleton.subject)).toBe(subject);
          expect(fill(skeleton.html)).toBe(html);
          expect(fill(skeleton.text)).toBe(text);
          expect(Object.entries(skeleton.headers).map(([name, value]) => [name, fill(value)])).toEqual(
            Object.entries(headers),
          );
        }
      }
    }),
  );
});

test('what many letters have in common is told once, and what differs alike in many places too', () => {
  const messages = ['Ada', 'Grace'].map((name) => ({
    ...exampleMessage,
    html: `<h1>${name}</h1><p>The same for all.</p><b>${name}</b>`,
  }));
  const { html, variables } = findSkeleton(messages);
  expect(html).toBe('<h1>%recipient.v0%</h1><p>The same for all.</p><b>%recipient.v0%</b>');
  expect(variables).toEqual([{ v0: 'Ada' }, { v0: 'Grace' }]);
});
