import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from './run.ts';

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'create-adapter-'));
  printed = '';
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const print = (line: string): void => {
  printed += `${line}\n`;
};
const create = (...args: string[]) => run(args, { folder, isTerminal: false, print });
const read = (...names: string[]) => readFileSync(path.join(folder, ...names), 'utf8');

describe('without questions', () => {
  test('a package is written into a folder of its name, and what to do next is said', async () => {
    expect(await create('--name', 'Lemonade', '--kind', 'platform', '--can', 'pulls,hooks')).toBe(0);
    expect(readdirSync(path.join(folder, 'regulars-lemonade', 'src')).sort()).toEqual([
      'capabilities.ts',
      'client.ts',
      'config.ts',
      'connect.ts',
      'index.ts',
      'not-yet.ts',
      'parse-webhook.ts',
      'pulls.ts',
      'verify-webhook.ts',
    ]);
    expect(read('regulars-lemonade', 'src', 'capabilities.ts')).toContain('pulls: true,\n  hooks: true,\n  signed');
    expect(read('regulars-lemonade', '.gitignore')).toContain('node_modules');
    expect(printed).toContain('cd regulars-lemonade\n  npm install\n  npm test');
  });

  test('what was not said is the default with --yes', async () => {
    expect(await create('--yes', 'here')).toBe(0);
    expect(JSON.parse(read('here', 'package.json'))).toMatchObject({ name: 'regulars-my-shop', type: 'module' });
  });

  test('a mail adapter without receipts has no file for them', async () => {
    await create('post', '--name', 'Post', '--kind', 'mail', '--can', 'none');
    expect(readdirSync(path.join(folder, 'post', 'src'))).not.toContain('verify-webhook.ts');
    expect(read('post', 'src', 'index.ts')).toContain('receipts: null,');
  });

  test('no line of a template bears a mark or the example’s name afterwards', async () => {
    for (const [kind, can] of [
      ['platform', 'discountCodes,orderCount,pulls,hooks,thinWebhooks'],
      ['mail', 'none'],
    ] as const) {
      await create(kind, '--name', 'Lemonade', '--kind', kind, '--can', can);
      for (const file of readdirSync(path.join(folder, kind), { recursive: true, withFileTypes: true })) {
        if (file.isFile())
          expect(read(path.relative(folder, path.join(file.parentPath, file.name)))).not.toMatch(
            /\/\/[?!]|example.?shop/i,
          );
      }
    }
  });

  test('a folder with anything in it is left as it was', async () => {
    mkdirSync(path.join(folder, 'full'));
    writeFileSync(path.join(folder, 'full', 'README.md'), 'mine');
    writeFileSync(path.join(folder, 'file'), 'mine');
    for (const name of ['full', 'file']) expect(await create(name, '--yes')).toBe(1);
    expect(readdirSync(path.join(folder, 'full'))).toEqual(['README.md']);
    expect([read('full', 'README.md'), read('file')]).toEqual(['mine', 'mine']);
    expect(printed).toContain('full is not empty, and nothing is written over.');
  });

  test.each([
    [['--kind', 'shop'], '--kind is platform or mail.'],
    [['--name', '24'], '--name: It needs a letter'],
    [['--kind', 'mail', '--can', 'pulls'], '--can: pulls is nothing a mail adapter declares'],
    [['one', 'two', '--yes'], 'One folder at most'],
    [['--colour'], "Unknown option '--colour'"],
    [['--name', 'Lemonade'], 'There is no terminal to ask at.'],
  ])('%j is answered with what is wrong and how it is used', async (args, sentence) => {
    expect(await create(...args)).toBe(2);
    expect(printed).toContain(sentence);
    expect(printed).toContain('Usage: npm create @regulars/adapter');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('at a terminal', () => {
  /** Types each answer when its question stands there. */
  async function answer(replies: readonly (readonly [question: string, keys: string])[], ...args: string[]) {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const waiting = [...replies];
    let shown = '';
    output.on('data', (chunk: Buffer) => {
      shown += chunk.toString('utf8');
      const [question, keys] = waiting[0] ?? [];
      if (question === undefined || keys === undefined || !shown.includes(question)) return;
      waiting.shift();
      shown = '';
      setImmediate(() => input.write(keys));
    });
    const code = await run(args, { folder, isTerminal: true, terminal: { input, output }, print });
    return { code, unanswered: waiting.length };
  }

  const [name, kind, can] = ['How is the platform', 'What is it for?', 'What can it do?'] as const;

  test('three questions make a package', async () => {
    const asked = await answer([
      [name, 'Lemonade\r'],
      [kind, '\r'],
      [can, ' \r'],
    ]);
    expect(asked).toEqual({ code: 0, unanswered: 0 });
    expect(read('regulars-lemonade', 'src', 'capabilities.ts')).toContain('discountCodes: true');
  });

  test('what was said on the command line is not asked', async () => {
    expect(await answer([[can, '\r']], '--name', 'Post', '--kind', 'mail')).toEqual({ code: 0, unanswered: 0 });
    expect(read('regulars-post', 'src', 'index.ts')).toContain('defineMailAdapter');
  });

  test('whoever leaves has written nothing', async () => {
    expect(
      await answer([
        [name, 'Lemonade\r'],
        [kind, '\u0003'],
      ]),
    ).toEqual({ code: 130, unanswered: 0 });
    expect(readdirSync(folder)).toEqual([]);
  });
});
