import type { Demo } from '../demo/demo.ts';
import type { Progress } from '../demo/progress.ts';

const intervalMs = 500;
const names = { history: 'Two years of orders', living: 'The last weeks, lived', moving: 'The clock moves' } as const;
const units = { history: 'orders', living: 'days', moving: 'days' } as const;

/** Shows on a terminal how far the demo is: one line that changes; elsewhere one line a phase. */
export function showDemoProgress(demo: Demo, stream: NodeJS.WriteStream): { stop(): void } {
  let shown = '';
  const show = async () => {
    const { seeding } = await demo.standing();
    if (seeding === null || seeding.total === 0) return;
    if (stream.isTTY) stream.write(`\r\u001B[2K  ${describe(seeding)}`);
    else if (seeding.phase !== shown) stream.write(`  ${names[seeding.phase]} …\n`);
    shown = seeding.phase;
  };
  const timer = setInterval(() => void show().catch(() => undefined), intervalMs);
  return {
    stop: () => {
      clearInterval(timer);
      if (stream.isTTY) stream.write('\r\u001B[2K');
    },
  };
}

function describe({ phase, done, total, perSecond, remainingMs }: Progress): string {
  const left = remainingMs === null ? '' : ` · ${Math.ceil(remainingMs / 1_000)} s left`;
  return `${names[phase]}: ${Math.round(done)} of ${total} ${units[phase]} · ${Math.round(perSecond)}/s${left}`;
}
