import { AdapterError } from '@regulars/adapter-contracts';

/** The error that work at a platform ends with; that it ends well, or with another, is an error itself. */
export async function adapterErrorOf(work: Promise<unknown>): Promise<AdapterError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AdapterError) return error;
  throw new Error(`No AdapterError was thrown, but ${String(error)}.`);
}
