import { expect, it } from 'vitest';
import { findUnreachable } from './find-unreachable.ts';

it.for([
  'http://localhost:3000',
  'https://regulars.localhost',
  'http://127.0.0.1:3000',
  'http://[::1]:3000',
  'https://10.0.0.8',
  'https://192.168.1.20',
  'http://regulars',
  'https://nas.local',
  'https://regulars.internal',
])('no platform can deliver to %s, and it is said what to set', (publicUrl) => {
  expect(findUnreachable(`${publicUrl}/hooks/token`)).toMatch(
    /cannot deliver to \S+, which .*: set REGULARS_PUBLIC_URL/,
  );
});

it.for(['https://regulars.agency.example', 'http://shops.example:8080', 'https://93.184.216.34'])(
  'a platform may reach %s',
  (publicUrl) => {
    expect(findUnreachable(`${publicUrl}/hooks/token`)).toBeNull();
  },
);

it('the token of the address is not told', () => {
  expect(findUnreachable('http://localhost:3000/hooks/token')).not.toContain('token');
});
