import { AdapterError } from '@regulars/adapter-contracts';
import { z } from 'zod';

/** Reads an answer by its schema; one of another form is as good as none. `open` is what a lost answer leaves open. */
export function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  answer: unknown,
  open: 'notDone' | 'unknown' = 'notDone',
): z.output<Schema> {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new AdapterError('BigCommerce answered, but not with what was asked for.', {
    kind: 'unavailable',
    outcome: open,
  });
}

const wireRows = z.union([z.array(z.unknown()), z.null().transform((): readonly unknown[] => [])]);

const wirePage = z.object({ data: z.array(z.unknown()) });

/** The rows of a V2 list, of which an empty one has no body. */
export function readRows(answer: unknown): readonly unknown[] {
  return readAnswer(wireRows, answer);
}

/** The rows of a V3 list, each of which may be of any form. */
export function readData(answer: unknown): readonly unknown[] {
  return readAnswer(wirePage, answer).data;
}
