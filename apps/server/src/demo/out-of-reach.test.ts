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

it.each(['main.ts', 'cli/main.ts'])('%s loads nothing of the demo', (entry) => {
  expect(listLoaded(entry)).toContain('serve.ts');
  expect(ofDemo(entry)).toEqual([]);
});

it('the demo’s own command would load it, so that the test can tell', () => {
  expect(ofDemo('demo/open-demo.ts').length).toBeGreaterThan(20);
});
