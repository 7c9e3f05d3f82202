import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeliveryReport } from './parse-delivery-report.ts';

const folder = new URL('../../test/reports/', import.meta.url);
const pieces = readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split(/(?=\n)/));

describe('a mail of whatever content', () => {
  it('is read without throwing, and nobody is blamed whom it does not name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string(), fc.constant('\n'))),
        async (parts) => {
          const raw = parts.join('');
          const report = await parseDeliveryReport(raw);
          for (const { address } of report?.recipients ?? []) expect(raw).toContain(address);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is read in no time, however long', async () => {
    const head = 'From: mailer-daemon@example.test\n\ncould not be delivered\n';
    for (const filler of ['a', '<', ' ', '@', 'a@b:\n', '-'])
      await parseDeliveryReport(head + filler.repeat(1_000_000 / filler.length));
    await expect(parseDeliveryReport(new Uint8Array(5_000_000).fill(0xff))).resolves.toBeNull();
  });
});
