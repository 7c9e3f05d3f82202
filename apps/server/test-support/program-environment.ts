import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * What a program of ours that a test starts finds in its environment before the test adds its own: nothing that would
 * configure it, and where the compiled code of its sources lies, so that only the first start compiles them.
 */
export function programEnvironment(): Readonly<Record<string, string | undefined>> {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, NODE_COMPILE_CACHE: path.join(tmpdir(), 'regulars-compile-cache') };
}
