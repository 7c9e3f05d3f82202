import { describe, expect, test } from 'vitest';
import { templateVariables, type MailTemplate } from '../../messaging/template.ts';
import type { CurrencyCode } from '../../shared/currency.ts';
import { languages } from '../../shared/language.ts';
import { listSegmentPresets } from '../../segments/presets.ts';
import { parseSequenceDefinition } from '../parse-definition.ts';
import { playbook } from './presets.ts';
import { playbookTemplates } from './templates.ts';

const keys = [...new Set(playbookTemplates.map(({ key }) => key))];

describe('the playbook', () => {
  test.for(playbook.map((preset) => preset.definition))(
    '$key can run in a store that has only presets',
    (definition) => {
      const context = {
        templateKeys: new Set(keys),
        segmentKeys: new Set(listSegmentPresets('EUR' as CurrencyCode).map(({ key }) => key)),
      };
      expect(parseSequenceDefinition(definition, context)).toEqual({ ok: true, value: definition });
    },
  );

  test('thanks before it asks: the first mail is transactional, the review request comes last', () => {
    const sends = playbook[0]?.definition.steps.filter((step) => step.kind === 'send') ?? [];
    expect(sends.map(({ templateKey }) => templateKey)).toEqual([
      'thank-you',
      'get-to-know',
      'check-in',
      'review-request',
    ]);
    expect(sends.map(({ purpose }) => purpose)).toEqual(['transactional', 'marketing', 'marketing', 'marketing']);
  });

  test('has every mail in every language, once', () => {
    const expected = keys.flatMap((key) => languages.map((language) => `${key} ${language}`)).sort();
    expect(playbookTemplates.map(({ key, locale }) => `${key} ${locale}`).sort()).toEqual(expected);
  });
});

/** Where the mail leads, in order. */
const linksOf = ({ body }: MailTemplate) => [...body.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target);
const variablesOf = ({ subject, preheader, body }: MailTemplate) =>
  [...new Set(`${subject}\n${preheader}\n${body}`.match(/[a-z_]+\.[a-z_]+(?=[ }|])/g))].sort();

test.for(keys)('the mail %s names the same things in every language, and leads to the same places', (key) => {
  const [first, ...others] = playbookTemplates.filter((template) => template.key === key);
  if (first === undefined) throw new Error('A key without a mail.');
  for (const other of others) {
    expect(linksOf(other)).toEqual(linksOf(first));
    expect(variablesOf(other)).toEqual(variablesOf(first));
  }
});

describe.for(playbookTemplates)('the mail $key in $locale', ({ subject, preheader, body }) => {
  const text = `${subject}\n${preheader}\n${body}`;

  test('names only what a template may name', () => {
    const named = [...text.matchAll(/\{[{%]-?\s*(?:if\s+)?([a-z_.]+)/g)].map(([, name]) => name);
    const words = ['else', 'endif'];
    expect(
      named.filter((name) => !words.includes(name ?? '') && !templateVariables.some((known) => known === name)),
    ).toEqual([]);
  });

  test('closes every condition it opens', () => {
    expect([...text.matchAll(/\{% if /g)].length).toBe([...text.matchAll(/\{% endif %\}/g)].length);
  });

  test('greets also those whose name is unknown, and is signed by a person', () => {
    expect(body).toMatch(
      /^\{% if customer\.first_name %\}.+\{\{ customer\.first_name \}\},\{% else %\}[^{]+,\{% endif %\}\n/,
    );
    expect(body).toMatch(
      /\{\{ sender\.name \}\} {2}\n\{% if sender\.role %\}\{\{ sender\.role \}\}, \{% endif %\}\{\{ store\.name \}\}$/,
    );
  });

  test('does not shout', () => {
    expect(text).not.toMatch(
      /!|\b[A-Z]{4,}\b|\b(?:amazing|awesome|exclusive|geweldig|fantastisch|exclusief|großartig|einmalig|exklusiv)\b/,
    );
    expect(subject.length).toBeLessThanOrEqual(90);
    expect(body.length).toBeLessThan(1_100);
  });
});
