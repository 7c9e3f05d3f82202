import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A Chromium that was seen to start, and the arguments it needs here. */
export type ChromiumProgram = { readonly executablePath: string; readonly args: readonly string[] };

const unpackedDir = fileURLToPath(new URL('../../.tools/chromium', import.meta.url));
const args = ['--no-sandbox', '--disable-dev-shm-usage'];

const installed = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser for end-to-end tests: the one REGULARS_TEST_CHROMIUM names, else an installed one, else the one in the
 * npm package `@sparticuz/chromium` (Linux only).
 *
 * @throws when there is none, saying what to install: a browser test is never skipped for lack of one.
 */
export async function findChromium(): Promise<ChromiumProgram> {
  const configured = process.env['REGULARS_TEST_CHROMIUM'];
  const present = (configured ? [configured] : installed).find(runs);
  if (present !== undefined) return { executablePath: present, args };
  if (configured) throw new Error(`REGULARS_TEST_CHROMIUM is ${configured}, which does not run.`);
  const packaged = await findPackaged();
  if (packaged !== null) return packaged;
  throw new Error(
    'The browser tests need a Chromium, and there is none. Install chromium or Google Chrome, or name one in ' +
      'REGULARS_TEST_CHROMIUM.',
  );
}

async function findPackaged(): Promise<ChromiumProgram | null> {
  if (process.platform !== 'linux') return null;
  const executablePath = await unpack();
  if (runs(executablePath)) return { executablePath, args };
  rmSync(unpackedDir, { recursive: true, force: true });
  return null;
}

/** The package unpacks itself into the folder for temporary files, where another user's copy may stand: not there. */
async function unpack(): Promise<string> {
  const before = process.env['TMPDIR'];
  mkdirSync(unpackedDir, { recursive: true });
  process.env['TMPDIR'] = unpackedDir;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

function runs(executablePath: string): boolean {
  return spawnSync(executablePath, ['--version'], { timeout: 20_000 }).status === 0;
}
