import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseKeyRing } from './key-ring.ts';
import { createSealer } from './seal.ts';

const ring = [{ id: 'a', key: randomBytes(32) }];

describe('a sealed secret', () => {
  it('opens where it belongs', () => {
    const sealer = createSealer(ring);
    expect(sealer.open(sealer.seal('cs_live_secret', 'connection|1'), 'connection|1')).toBe('cs_live_secret');
  });

  it('does not open in another place', () => {
    const sealer = createSealer(ring);
    expect(() => sealer.open(sealer.seal('secret', 'connection|1'), 'connection|2')).toThrow('does not belong here');
  });

  it('still opens after a newer key was put in front', () => {
    const sealed = createSealer(ring).seal('secret', 'x');
    expect(createSealer([{ id: 'b', key: randomBytes(32) }, ...ring]).open(sealed, 'x')).toBe('secret');
  });

  it('says so when its key is gone', () => {
    const sealed = createSealer(ring).seal('secret', 'x');
    expect(() => createSealer([{ id: 'b', key: randomBytes(32) }]).open(sealed, 'x')).toThrow('not in the key ring');
  });

  it('never looks the same twice', () => {
    const sealer = createSealer(ring);
    expect(sealer.seal('secret', 'x')).not.toBe(sealer.seal('secret', 'x'));
  });
});

describe('a key ring', () => {
  it('is refused when a key is not 32 bytes', () => {
    expect(parseKeyRing(`a:${randomBytes(16).toString('base64')}`)).toBeNull();
  });

  it('is read in the order written', () => {
    const text = ['new', 'old'].map((id) => `${id}:${randomBytes(32).toString('base64')}`).join(',');
    expect(parseKeyRing(text)?.map(({ id }) => id)).toEqual(['new', 'old']);
  });
});
