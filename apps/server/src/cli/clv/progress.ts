import { formatCount } from './output/format-count.ts';

/** Tells whoever waits how far a long run has come: on a terminal in one line that changes, elsewhere by a line now and then. */
export interface Progress {
  /** @param totalBytes null where it is not known how much will come. */
  update(bytes: number, totalBytes: number | null, rows: number): void;
  /** Another piece of work, in a few words. */
  say(words: string): void;
  /** A line that stays. */
  warn(line: string): void;
  stop(): void;
}

const terminalEveryMs = 100;
const otherEveryMs = 10_000;

export function createProgress(stream: NodeJS.WriteStream): Progress {
  const everyMs = stream.isTTY ? terminalEveryMs : otherEveryMs;
  const startedMs = performance.now();
  let shownMs = startedMs;
  const show = (line: string) => {
    stream.write(stream.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
  };
  return {
    update: (bytes, totalBytes, rows) => {
      const nowMs = performance.now();
      if (nowMs - shownMs < everyMs) return;
      shownMs = nowMs;
      const seconds = (nowMs - startedMs) / 1_000;
      const rate = `${formatCount(rows)} rows · ${formatCount(rows / seconds)} rows/s`;
      if (totalBytes === null || totalBytes === 0) return show(rate);
      const done = Math.min(1, bytes / totalBytes);
      show(`${Math.floor(100 * done)} % · ${rate} · ${duration((seconds / done) * (1 - done))} left`);
    },
    say: (words) => {
      // Where nobody looks on, only what takes long is worth a line.
      if (stream.isTTY || performance.now() - shownMs >= otherEveryMs) show(words);
    },
    warn: (line) => {
      stream.write(`${stream.isTTY ? '\r\u001b[2K' : ''}${line}\n`);
    },
    stop: () => {
      if (stream.isTTY) stream.write('\r\u001b[2K');
    },
  };
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
