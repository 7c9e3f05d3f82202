import { expect, it } from 'vitest';

import { toAnswerLink } from './to-answer-link.ts';

it('begins an answer about the last mail with the customer’s words quoted', () => {
  const link = toAnswerLink('a+b@example.org', [
    { subject: 'Hello', words: 'Is it late?' },
    { subject: 'How is it going?', words: 'Still not here & sad\nAnna' },
  ]);
  const url = new URL(link);
  expect(decodeURIComponent(url.pathname)).toBe('a+b@example.org');
  expect(url.searchParams.get('subject')).toBe('Re: How is it going?');
  expect(url.searchParams.get('body')).toBe('\r\n\r\n> Is it late?\r\n> \r\n> Still not here & sad\r\n> Anna');
});

it('says Re: once, and quotes nothing where nothing was written', () => {
  expect(toAnswerLink('a@example.org', [{ subject: 'Re: Hello', words: null }])).toBe(
    'mailto:a@example.org?subject=Re%3A%20Hello',
  );
  expect(toAnswerLink('a@example.org', [{ subject: '', words: null }])).toBe('mailto:a@example.org');
});
