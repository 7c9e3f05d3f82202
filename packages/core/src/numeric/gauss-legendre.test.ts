import { describe, expect, it } from 'vitest';
import { gaussLegendre } from './gauss-legendre.ts';

describe('Gauss–Legendre quadrature', () => {
  it.each([1, 2, 5, 16])('of %i nodes is exact for polynomials of degree below twice that', (size) => {
    const { nodes, weights } = gaussLegendre(size);
    for (let degree = 0; degree < 2 * size; degree += 1) {
      const sum = nodes.reduce((total, node, index) => total + weights[index]! * node ** degree, 0);
      expect(sum).toBeCloseTo(1 / (degree + 1), 13);
    }
  });
});
