import type { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { playbookTemplates } from '@regulars/core/sequences';
import type { MailTemplate } from '@regulars/core/messaging';
import { compileTemplate, type CompiledTemplate } from './compile-template.ts';
import { exampleVariables } from './example-variables.ts';
import { prepareTemplate, renderTemplate } from './render-template.ts';
import { createTemplateCompiler } from './template-compiler.ts';

const letter = (body: string, rest: Partial<MailTemplate> = {}): MailTemplate => ({
  key: 'letter',
  locale: 'en',
  subject: 'Hello',
  preheader: 'A line',
  body,
  ...rest,
});
function compileWell(template: MailTemplate): CompiledTemplate {
  const result = compileTemplate(template);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
const render = (template: MailTemplate, variables: object = exampleVariables[0]) =>
  renderTemplate(prepareTemplate(compileWell(template)), variables);

async function countWorkers(work: () => Promise<unknown>): Promise<number> {
  const workers: Worker[] = [];
  const watch = (worker: Worker) => workers.push(worker);
  process.on('worker', watch);
  try {
    await work();
    return workers.length;
  } finally {
    process.off('worker', watch);
  }
}

describe('a letter', () => {
  it('is written in Markdown and comes out as calm HTML and as text with the same words and links', () => {
    const mail = render(letter('Hi {{ customer.first_name }},\n\n- one\n- two\n\nSee [our site]({{ store.url }}).'));
    expect(mail.html).toContain('Hi Ada,</p>');
    expect(mail.html).toMatch(/<a href="https:\/\/shop\.example" style="[^"]+">our site<\/a>/);
    expect(mail.text).toContain('Hi Ada,\n\n- one\n- two\n\nSee our site (https://shop.example).');
  });

  it('says who writes, where from, and how to hear no more, in both parts', () => {
    const { html, text } = render(letter('Hi'));
    for (const part of [html, text]) {
      expect(part).toContain('Harbour 1, 1011 AB Amsterdam');
      expect(part).toContain('https://mail.example/u/example');
    }
  });

  it('to a transactional recipient holds no unsubscribe link', () => {
    const { html, text } = render(letter('Hi'), exampleVariables[1]);
    expect(html + text).not.toMatch(/unsubscribe|you bought something/i);
  });

  it('speaks its footer in the language of the letter', () => {
    expect(render(letter('Hoi', { locale: 'nl-NL' })).html).toContain('>Uitschrijven</a>');
    expect(render(letter('Hallo', { locale: 'de-AT' })).html).toContain('>Abmelden</a>');
    expect(render(letter('Salut', { locale: 'fr' })).html).toContain('>Unsubscribe</a>');
    expect(render(letter('Hoi', { locale: 'nl' })).html).toContain('<html lang="nl"');
  });

  it('keeps a condition on lines of its own out of paragraphs of its own', () => {
    const body = 'Hi\n\n{% if order.number %}\n\nAbout {{ order.number }}.\n\n{% endif %}\n\nBye';
    expect(render(letter(body)).html).toContain('About 1042.');
    expect(compileWell(letter(body)).html).not.toMatch(/<p[^>]*>\s*\{%/);
  });

  it('shows what a customer is called, and runs none of it', () => {
    const evil = {
      ...exampleVariables[0],
      customer: { first_name: '<script>alert(1)</script>"{{ store.url }}\r\nBcc: all@example.org' },
    };
    const mail = render(letter('Hi {{ customer.first_name }}', { subject: 'For {{ customer.first_name }}' }), evil);
    expect(mail.html).not.toContain('<script>');
    expect(mail.html).toContain('&lt;script&gt;');
    expect(mail.html).toContain('{{ store.url }}');
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  it('escapes the author’s own words once, and Liquid’s strings not at all', () => {
    const subject = 'A & B{{ order.number | default: " & C" }}';
    const mail = render(letter('Salt & pepper', { subject, preheader: '1 < 2' }), exampleVariables[1]);
    expect(mail.subject).toBe('A & B & C');
    expect(mail.html).toContain('<title>A &#38; B &amp; C</title>');
    expect(mail.html).toContain('Salt &amp; pepper');
    expect(mail.html).toContain('1 &#60; 2');
    expect(mail.text).toContain('Salt & pepper');
  });

  it('is the same bytes for the same names', () => {
    expect(render(letter('Hi'))).toEqual(render(letter('Hi')));
  });
});

describe('a hostile template is rejected, with the code and the place', () => {
  it.each([
    ['a file', '{% render ".env" %}', 'template.liquid_invalid'],
    ['an include', '{% include "/etc/passwd" %}', 'template.liquid_invalid'],
    ['a loop', '{% for i in (1..100000000) %}x{% endfor %}', 'template.liquid_invalid'],
    ['a capture bomb', '{% capture a %}{{ a }}{{ a }}{% endcapture %}', 'template.liquid_invalid'],
    ['an unescaping filter', '{{ customer.first_name | raw }}', 'template.liquid_invalid'],
    ['a costly filter', '{{ order.products | where_exp: "p", "p" }}', 'template.liquid_invalid'],
    ['a replace bomb', '{{ "a" | replace: "a", "aaaaaaaaaa" }}', 'template.liquid_invalid'],
    ['an unclosed tag', '{% if order.number %}', 'template.liquid_invalid'],
    ['the prototype', '{{ customer.constructor.constructor }}', 'template.variable_unknown'],
    ['a variable of another room', '{{ process.env }}', 'template.variable_unknown'],
    ['a computed variable', '{{ order[customer.first_name] }}', 'template.variable_unknown'],
    ['a huge range', '{{ (1..100000000) | join }}', 'template.render_failed'],
    ['a range in a condition', '{% if (1..1000000000) contains 3 %}x{% endif %}', 'template.render_failed'],
    ['a padded date', '{{ order.number | date: "%99999999d" }}', 'template.render_failed'],
    ['a script', '<script>alert(1)</script>', 'template.html_forbidden'],
    ['a style with a URL', '<b style="background:url(javascript:alert(1))">x</b>', 'template.html_forbidden'],
    ['a frame', 'Hi <iframe src="https://x.example"></iframe>', 'template.html_forbidden'],
    ['a script link', '[x](javascript:alert(1))', 'template.link_unsafe'],
    ['an encoded script link', '[x](&#106;avascript:alert(1))', 'template.link_unsafe'],
    ['a data picture', '![x](data:text/html;base64,PHNjcmlwdD4=)', 'template.link_unsafe'],
    ['a link to whatever a customer is called', '[x]({{ customer.first_name }})', 'template.link_unsafe'],
    ['a link glued to the store', '[x]({{ store.url }}.evil.example)', 'template.link_unsafe'],
    ['an endless body', 'x'.repeat(40_001), 'template.too_large'],
    ['an empty body', '  ', 'template.empty'],
  ])('%s', (_case, body, code) => {
    const result = compileTemplate(letter(body));
    expect(result).toMatchObject({ ok: false });
    if (!result.ok)
      expect(result.failure[0]).toMatchObject({ code, path: code === 'template.render_failed' ? '' : '/body' });
  });

  it('a subject is checked like a body, at its own place', () => {
    expect(compileTemplate(letter('Hi', { subject: '{{ nobody }}' }))).toMatchObject({
      ok: false,
      failure: [{ code: 'template.variable_unknown', path: '/subject' }],
    });
  });
});

describe('the playbook’s letters', () => {
  it.each(playbookTemplates.map((template) => [template.key, template.locale, template] as const))(
    '%s in %s compiles, and is small',
    (_key, _locale, template) => {
      for (const variables of exampleVariables) {
        const mail = render(template, variables);
        expect(mail.html.length).toBeLessThan(16_000);
        expect(mail.html + mail.text + mail.subject).not.toMatch(/\{\{|\{%|undefined|\[object|liquid0word|rg0/);
      }
    },
  );

  it('are compiled once a process, by a worker', async () => {
    const compiler = createTemplateCompiler();
    const first = await compiler.compile(playbookTemplates);
    expect(first.every((result) => result.ok)).toBe(true);
    expect(await countWorkers(async () => expect(await compiler.compile(playbookTemplates)).toEqual(first))).toBe(0);
    expect(await countWorkers(() => compiler.compile([letter('Something new')]))).toBe(1);
  }, 30_000);

  it('are compiled by one worker, however many ask for them at once', async () => {
    const compiler = createTemplateCompiler();
    const workers = await countWorkers(async () => {
      const [one, other] = await Promise.all([
        compiler.compile(playbookTemplates),
        compiler.compile(playbookTemplates.slice(3)),
      ]);
      expect(one.slice(3)).toEqual(other);
    });
    expect(workers).toBe(1);
  }, 30_000);

  it('do not suffer for a neighbour that takes too long', async () => {
    const compiler = createTemplateCompiler({ timeoutMs: 1 });
    const [result] = await compiler.compile([letter('Hi')]);
    expect(result).toMatchObject({ ok: false, failure: [{ code: 'template.too_slow' }] });
    expect(await countWorkers(() => compiler.compile([letter('Hi')])), 'tried again when asked again').toBe(1);
  }, 30_000);
});
