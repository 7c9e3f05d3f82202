import { sql } from 'kysely';
import type { SequenceId, StoreId } from '@regulars/core/shared';
import type { SequenceDefinition } from '@regulars/core/sequences';
import type { Tx } from '../foundation/database/database.ts';

/** One version of one sequence. */
export interface VersionRef {
  readonly sequenceId: SequenceId;
  readonly version: number;
}

/** Versions never change, so one that was read stays read. */
export interface DefinitionCache {
  /** Reads what is not known yet in one statement. A version that does not exist is not in the answer. */
  load(tx: Tx, storeId: StoreId, refs: readonly VersionRef[]): Promise<Definitions>;
}

export interface Definitions {
  find(ref: VersionRef): SequenceDefinition | null;
}

const maxEntries = 5_000;

/** Remembers definitions within one process. */
export function createDefinitionCache(): DefinitionCache {
  const known = new Map<string, SequenceDefinition>();

  return {
    load: async (tx, storeId, refs) => {
      const missing = refs.filter((ref) => !known.has(toKey(ref)));
      if (known.size + missing.length > maxEntries) known.clear();
      const wanted = refs.filter((ref) => !known.has(toKey(ref)));
      if (wanted.length > 0) {
        const { rows } = await sql<VersionRef & { definition: SequenceDefinition }>`
          select distinct v.sequence_id as "sequenceId", v.version, v.definition
          from sequence_version v
          join unnest(${wanted.map(({ sequenceId }) => sequenceId)}::uuid[], ${wanted.map(({ version }) => version)}::integer[])
            as wanted (sequence_id, version) on wanted.sequence_id = v.sequence_id and wanted.version = v.version
          where v.store_id = ${storeId}
        `.execute(tx);
        for (const { definition, ...ref } of rows) known.set(toKey(ref), definition);
      }
      const found = new Map(refs.map((ref) => [toKey(ref), known.get(toKey(ref)) ?? null]));
      return { find: (ref) => found.get(toKey(ref)) ?? null };
    },
  };
}

/** Ids are unique over all stores, and a store reads only its own. */
function toKey({ sequenceId, version }: VersionRef): string {
  return `${sequenceId}|${version}`;
}
