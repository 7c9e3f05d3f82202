import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { toCurlExample } from './to-curl-example.ts';

it('signs and posts as the guide does', () => {
  const guide = readFileSync(new URL('../../../../../docs/guides/generic-webhook.md', import.meta.url), 'utf8');
  const example = toCurlExample('https://regulars.example/hooks/abc', 'whsec_AAAA');
  const signing = example.slice(example.indexOf('id="msg_'));
  expect(signing.split('\n').length).toBeGreaterThan(10);
  expect(guide).toContain(signing);
  expect(example).toContain("HOOK_URL='https://regulars.example/hooks/abc'\nSECRET='whsec_AAAA'\n");
});
