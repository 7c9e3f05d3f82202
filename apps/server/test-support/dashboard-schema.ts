import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { buildApiDocument } from './build-api-document.ts';

const dashboard = fileURLToPath(new URL('../../dashboard/', import.meta.url));
/** The types the dashboard's client is made of. */
export const schemaFile = path.join(dashboard, 'src/api/schema.d.ts');

/** Those types, made from the API as it is now. */
export async function generateDashboardSchema(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'regulars-schema-'));
  try {
    const [input, output] = [path.join(folder, 'openapi.json'), path.join(folder, 'schema.d.ts')];
    await writeFile(input, await buildApiDocument());
    const generator = path.join(dashboard, 'node_modules/openapi-typescript/bin/cli.js');
    await promisify(execFile)(process.execPath, [
      generator,
      input,
      '--output',
      output,
      '--default-non-nullable',
      'false',
    ]);
    return await readFile(output, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  await writeFile(schemaFile, await generateDashboardSchema());
}
