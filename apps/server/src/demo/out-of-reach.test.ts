import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const source = path.resolve(import.meta.dirname, '..');

/** Every file of the server that is loaded together with this one; what is imported only when a command runs is not. */
function listLoaded(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const waiting = [path.join(source, entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file) || !existsSync(file)) continue;
    loaded.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, specifier = ''] of text.matchAll(/^(?:import|export)\s(?!type\s)[^;]*?from\s+'(\.[^']+)'/gm)) {
      waiting.push(path.resolve(path.dirname(file), specifier));
    }
  }
  return new Set([...loaded].map((file) => path.relative(source, file).replaceAll('\\', '/')));
}

const ofDemo = (entry: string) => [...listLoaded(entry)].filter((file) => file.startsWith('demo/')).toSorted();

const commands = [...readFileSync(path.join(source, 'cli/main.ts'), 'utf8').matchAll(/import\('\.\/([^']+)'\)/g)].map(
  ([, file]) => `cli/${file}`,
);

it.each(['main.ts', 'cli/main.ts', ...commands])('%s loads nothing of the demo', (entry) => {
  expect(ofDemo(entry)).toEqual([]);
});

it.each(['main.ts', 'cli/serve.ts'])('%s loads what a real instance is made of, so that the test can tell', (entry) => {
  expect(listLoaded(entry)).toContain('serve.ts');
});

it('the demo’s own command would load it, so that the test can tell', () => {
  expect(ofDemo('demo/open-demo.ts').length).toBeGreaterThan(20);
});
