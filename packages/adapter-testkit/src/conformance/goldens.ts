import { readdirSync, readFileSync } from 'node:fs';

/** What a sample was agreed to mean. */
export interface Golden {
  /** JSON pointers into the events, each with why the value is as it is. */
  readonly surprises: Readonly<Record<string, string>>;
  readonly events: readonly unknown[];
}

export interface Goldens {
  /** The samples that were agreed upon, in order. */
  readonly names: readonly string[];
  /** @throws when nothing was agreed upon for this sample. */
  get(name: string): Golden;
  /** Reasons that are given for values that are not there, each as the sample's name and the pointer. */
  listStray(): readonly string[];
}

/**
 * The goldens of an adapter: a folder with one `<sample>.json` for each, so that what a platform's sample means is written
 * down and a change of it is seen.
 *
 * @example
 * ```ts
 * const goldens = readGoldens(new URL('golden/', import.meta.url));
 * expect(eventsOf(parse(sample))).toEqual(goldens.get('order-paid').events);
 * ```
 */
export function readGoldens(folder: URL): Goldens {
  const names = readdirSync(folder)
    .map((file) => file.replace(/\.json$/, ''))
    .toSorted();
  const get = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Golden;
  return {
    names,
    get,
    listStray: () =>
      names.flatMap((name) => {
        const { surprises, events } = get(name);
        const stray = Object.keys(surprises).filter((pointer) => resolve(pointer, events) === undefined);
        return stray.map((pointer) => `${name} ${pointer}`);
      }),
  };
}

function resolve(pointer: string, within: unknown): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce(
      (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
      within,
    );
}
