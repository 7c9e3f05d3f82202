import type { Order } from '@regulars/core/commerce';
import { ok, type Rejection, type Result } from '@regulars/core/shared';
import { importOrders, type ImportTarget, type ImportVerdict } from '../../customers/door.ts';
import type { Database } from '../../foundation/database/database.ts';
import { openOrderFile, type Line } from './open-order-file.ts';
import { createProgress } from './progress.ts';
import { readOrders } from './read-orders.ts';
import { createRejectsFile } from './rejects-file.ts';

export interface ImportOrderFile {
  readonly path: string;
  /** Of the store: for dates that state no zone. */
  readonly timeZone: string;
  /** To which connection's orders a file of this layout belongs. */
  readonly targetFor: (layoutId: string) => Promise<ImportTarget>;
  readonly progressStream: NodeJS.WriteStream;
}

/** Orders by what became of them. */
export interface ImportReport {
  readonly layout: string;
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly rejectsFile: string | null;
}

const batchSize = 200;
const failure: Rejection = {
  code: 'import.failed',
  path: '',
  message: 'The order could not be kept; an amount may be beyond all bounds.',
};

/** Imports a file of any length, batch by batch, each committed; stopped half-way, the same command goes on where it was. */
export async function importOrderFile(
  database: Database,
  { path, timeZone, targetFor, progressStream }: ImportOrderFile,
): Promise<Result<ImportReport, Rejection>> {
  const opened = await openOrderFile(path);
  if (!opened.ok) return opened;
  const file = opened.value;
  const target = await targetFor(file.layout.id);
  const rejects = createRejectsFile(`${path}.rejects.csv`, file.header);
  const progress = createProgress(progressStream, file.sizeBytes);
  const counts: Record<ImportVerdict, number> = { inserted: 0, updated: 0, unchanged: 0, failed: 0 };
  let batch: { readonly order: Order; readonly lines: readonly Line[] }[] = [];

  const flush = async () => {
    const verdicts = await importOrders(
      database,
      target,
      batch.map(({ order }) => order),
    );
    for (const [index, verdict] of verdicts.entries()) {
      counts[verdict] += 1;
      if (verdict === 'failed') await rejects.add(batch[index]?.lines ?? [], [failure]);
    }
    batch = [];
    progress.update(
      file.bytesRead(),
      Object.values(counts).reduce((sum, count) => sum + count, 0),
    );
  };

  try {
    for await (const read of readOrders(file, timeZone)) {
      if (read.order === null) {
        counts.failed += 1;
        await rejects.add(read.lines, read.rejections);
      } else {
        batch.push(read);
        if (batch.length === batchSize) await flush();
      }
    }
    if (batch.length > 0) await flush();
  } finally {
    progress.stop();
  }
  const { inserted: imported, updated, unchanged, failed: rejected } = counts;
  return ok({ layout: file.layout.id, imported, updated, unchanged, rejected, rejectsFile: await rejects.close() });
}
