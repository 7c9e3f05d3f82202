import { gaussLegendre } from './gauss-legendre.ts';

const { nodes, weights } = gaussLegendre(10);

/**
 * f(from) + f(from+1) + … + f(to), where f changes little from one to the next: its integral, with as much correction at the
 * beginning as the midpoint rule needs. For thousands of terms it is as good as the sum, for billions as quick.
 *
 * @param f smooth between the whole numbers, too, and next to nothing at `to`.
 * @param from 1 or more; the larger, the better.
 * Source: the Euler–Maclaurin formula for midpoints, DLMF 2.10(i).
 * @example sumTail((n) => n ** -3, 1000, 1e12) // 5.005002499999e-7, as is ζ(3, 1000)
 */
export function sumTail(f: (place: number) => number, from: number, to: number): number {
  let sum = (f(from) - f(from - 1)) / 24;
  for (let edge = from - 0.5; edge < to; edge *= 1.25) {
    for (let index = 0; index < nodes.length; index += 1) {
      sum += weights[index]! * (edge / 4) * f(edge * (1 + nodes[index]! / 4));
    }
  }
  return sum;
}
