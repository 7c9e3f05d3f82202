import { useState, type KeyboardEvent, type PointerEvent } from 'react';

/**
 * The point of a chart that is looked at: under the pointer, or moved along by the arrow keys.
 *
 * @param xs where each point stands, in pixels from the left edge of the element
 */
export function useCursor(xs: readonly number[]) {
  const [at, setAt] = useState<number | null>(null);
  const last = xs.length - 1;
  const moves: Readonly<Record<string, (from: number) => number | null>> = {
    ArrowRight: (from) => Math.min(last, from + 1),
    ArrowLeft: (from) => Math.max(0, from < 0 ? last : from - 1),
    Home: () => 0,
    End: () => last,
    Escape: () => null,
  };
  return {
    at: at === null || at > last ? null : at,
    handlers: {
      tabIndex: 0,
      onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
        const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
        setAt(toNearest(xs, x));
      },
      onPointerLeave: () => setAt(null),
      onBlur: () => setAt(null),
      onKeyDown: (event: KeyboardEvent<SVGSVGElement>) => {
        const move = moves[event.key];
        if (move === undefined) return;
        event.preventDefault();
        setAt(move(at ?? -1));
      },
    },
  };
}

function toNearest(xs: readonly number[], x: number): number | null {
  let nearest: number | null = null;
  for (const [index, candidate] of xs.entries()) {
    if (nearest === null || Math.abs(candidate - x) < Math.abs((xs[nearest] ?? 0) - x)) nearest = index;
  }
  return nearest;
}
