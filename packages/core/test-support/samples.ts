import { createRandom, type Random } from '../src/shared/random.ts';

/** `count` draws, each from a stream of its own, as customers have them. */
export function drawMany<Drawn>(count: number, draw: (random: Random) => Drawn): readonly Drawn[] {
  const root = createRandom('laws');
  return Array.from({ length: count }, (_, index) => draw(root.fork(index)));
}
