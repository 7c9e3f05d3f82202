import { pipeline, Transform, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { EgressError } from './egress-error.ts';

/** What `readPlainBody` can undo; asked for in every request. */
export const acceptedEncodings = 'gzip, deflate, br';

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The body as it was meant, at most so long: counted as it arrives, and again after decompression, piece by piece, so
 * that a bomb of a few kilobytes goes off before it is in memory.
 *
 * @throws EgressError `EGRESS_ENCODING`, at once, when the encoding is not one that was asked for.
 */
export function limitBody(body: Readable, encoding: string, limitBytes: number): Readable {
  const isPlain = encoding === '' || encoding === 'identity';
  const decode = decoders[encoding];
  if (!isPlain && decode === undefined) {
    body.on('error', ignore).destroy();
    throw new EgressError('EGRESS_ENCODING');
  }
  const counted = createMeter(limitBytes);
  const stages = decode === undefined ? [counted] : [counted, decode(), createMeter(limitBytes)];
  const last = stages.at(-1) ?? counted;
  last.on('error', ignore);
  pipeline([body, ...stages], ignore);
  return last;
}

function createMeter(limitBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.byteLength;
      if (bytes > limitBytes) done(new EgressError('EGRESS_TOO_LARGE'));
      else done(null, chunk);
    },
  });
}

/** Whoever reads the last stage is told; without a listener here an answer that nobody reads would end the process. */
function ignore(): void {}
