import { findChromium } from './find-chromium.ts';

/** Before the workers look for the browser at the same moment: where it must be unpacked first, that happens once. */
export async function setup(): Promise<void> {
  await findChromium();
}
