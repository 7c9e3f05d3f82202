/** Thrown to a caller when the queue is full: better an honest 503 than a growing delay. */
export class BatchOverflow extends Error {
  override readonly name = 'BatchOverflow';
}

export interface MicroBatchOptions<Item> {
  /** Writes the items durably, all or none. */
  readonly write: (items: readonly Item[]) => Promise<void>;
  readonly maxItems: number;
  /** Batches on their way to the database at once. */
  readonly maxInFlight: number;
  readonly maxWaiting: number;
}

/**
 * Gathers items that arrive together into one write; `add` resolves when its item is durable. While all writes are in
 * flight the next batch grows, so the load itself sets the batch size and an idle system adds no delay.
 * When a batch fails, its items are written one by one, so that one bad item fails alone.
 */
export function createMicroBatch<Item>({
  write,
  maxItems,
  maxInFlight,
  maxWaiting,
}: MicroBatchOptions<Item>): (item: Item) => Promise<void> {
  type Waiting = { readonly item: Item; readonly resolve: () => void; readonly reject: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let inFlight = 0;
  let isScheduled = false;

  const flush = () => {
    isScheduled = false;
    while (waiting.length > 0 && inFlight < maxInFlight) {
      const batch = waiting.slice(0, maxItems);
      waiting = waiting.slice(maxItems);
      inFlight += 1;
      void settle(batch).finally(() => {
        inFlight -= 1;
        schedule();
      });
    }
  };
  const schedule = () => {
    if (isScheduled || waiting.length === 0 || inFlight >= maxInFlight) return;
    isScheduled = true;
    // After the sockets that are readable now have been read: what arrived together travels together.
    setImmediate(flush);
  };
  const settle = async (batch: readonly Waiting[]) => {
    try {
      await write(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      if (batch.length === 1) {
        for (const { reject } of batch) reject(error);
        return;
      }
      for (const single of batch) await settle([single]);
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= maxWaiting) {
        reject(new BatchOverflow('Too many items are waiting to be written.'));
        return;
      }
      waiting.push({ item, resolve, reject });
      schedule();
    });
}
