import cliProgress from 'cli-progress';

/** Shows on a terminal how far a long command has come, how fast it goes and how long it will take; says nothing elsewhere. */
export interface Progress {
  update(doneBytes: number, orders: number): void;
  stop(): void;
}

export function createProgress(stream: NodeJS.WriteStream, totalBytes: number): Progress {
  if (!stream.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new cliProgress.SingleBar(
    {
      format: '{bar} {percentage}% · {orders} orders · {rate}/s · {eta_formatted} left',
      stream,
      clearOnComplete: true,
      hideCursor: true,
      etaBuffer: 50,
    },
    cliProgress.Presets.shades_classic,
  );
  const startedMs = performance.now();
  bar.start(totalBytes, 0, { orders: '0', rate: '0' });
  return {
    update: (doneBytes, orders) => {
      const seconds = Math.max(0.001, (performance.now() - startedMs) / 1000);
      bar.update(doneBytes, { orders: String(orders), rate: String(Math.round(orders / seconds)) });
    },
    stop: () => bar.stop(),
  };
}
