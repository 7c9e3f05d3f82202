import cliProgress from 'cli-progress';
import type { ConnectionSync } from '../../sync/answers.ts';
import { countOf } from './count-of.ts';

type Pull = ConnectionSync['pulls'][number];

/** Shows on a terminal how far a pull has come, how fast it goes and how long it will take; elsewhere a line when one ends. */
export interface PullBar {
  show(pulls: readonly Pull[]): void;
  stop(): void;
}

export function createPullBar(stream: NodeJS.WriteStream): PullBar {
  const awaited = new Set<string>();
  let bar: { readonly of: string; readonly shown: ReturnType<typeof startBar> } | null = null;

  const stop = () => {
    bar?.shown.stop();
    bar = null;
  };
  return {
    show: (pulls) => {
      for (const pull of pulls) {
        if (pull.state !== 'done') awaited.add(pull.id);
        // What had ended before is no news.
        else if (awaited.delete(pull.id)) {
          stop();
          stream.write(`${pull.resource}: ${countOf(pull)} read\n`);
        }
      }
      const current = pulls.find(({ state }) => state === 'running') ?? pulls.find(({ state }) => state === 'waiting');
      if (!stream.isTTY || current === undefined) return;
      // How many there are is known a moment after a pull begins.
      const of = `${current.id} ${current.total}`;
      if (bar?.of !== of) {
        stop();
        bar = { of, shown: startBar(stream, current) };
      }
      bar.shown.update(countOf(current), describeCourse(current));
    },
    stop,
  };
}

function startBar(stream: NodeJS.WriteStream, pull: Pull) {
  const bar = new cliProgress.SingleBar(
    {
      format:
        pull.total === null
          ? `${pull.resource}: {value} read{course}`
          : `${pull.resource} {bar} {percentage}% · {value} of {total}{course}`,
      stream,
      clearOnComplete: true,
      hideCursor: true,
      etaBuffer: 50,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(pull.total ?? 1, 0, { course: '' });
  return bar;
}

/** @example describeCourse(pull) // { course: ' · 412/s · 16 s left' } */
function describeCourse({ perSecond, remainingMs, waitsUntil, failure }: Pull): { readonly course: string } {
  const parts = [
    perSecond === null ? null : `${Math.round(perSecond)}/s`,
    remainingMs === null ? null : `${Math.ceil(remainingMs / 1000)} s left`,
    waitsUntil === null ? null : `waits until ${new Date(waitsUntil).toISOString()}`,
    waitsUntil === null || failure === null ? null : failure.message,
  ].filter((part) => part !== null);
  return { course: parts.map((part) => ` · ${part}`).join('') };
}
