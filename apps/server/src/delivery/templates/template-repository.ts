import { sql } from 'kysely';
import type { MailTemplate } from '@regulars/core/messaging';
import type { Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import type { CompiledTemplate } from './compile-template.ts';

export interface TemplateVersion {
  readonly key: string;
  readonly locale: string;
  readonly version: number;
}

/** A template as a list shows it, in its newest version. */
export interface StoredTemplate extends TemplateVersion {
  readonly source: MailTemplate;
  readonly createdAt: Instant;
}

/** A template as it is written, and what mails are made from. */
export interface CompiledSource {
  readonly source: MailTemplate;
  readonly compiled: CompiledTemplate;
}

/** Writes the next version of each template. Versions are never changed: a mail remembers which one it was made from. */
export async function insertTemplateVersions(
  tx: Tx,
  storeId: StoreId,
  templates: readonly CompiledSource[],
): Promise<readonly TemplateVersion[]> {
  const { rows } = await sql<TemplateVersion>`
    insert into template_version (store_id, key, locale, version, source, compiled)
    select ${storeId}::uuid, given.key, given.locale,
           coalesce((select max(version) from template_version t where t.store_id = ${storeId} and t.key = given.key and t.locale = given.locale), 0) + 1,
           given.source::jsonb, given.compiled::jsonb
    from ${unnested(templates)}
    returning key, locale, version`.execute(tx);
  return rows;
}

/**
 * Which of these letters the store has not, in its order. None of a key it has written something of itself: a version
 * after the first, or another language than these.
 */
export async function listLacking(
  tx: Tx,
  storeId: StoreId,
  templates: readonly MailTemplate[],
): Promise<readonly MailTemplate[]> {
  const locales = templates.map(({ locale }) => locale);
  const { rows } = await sql<{ position: number }>`
    select given.position::int
    from unnest(${templates.map(({ key }) => key)}::text[], ${locales}::text[]) with ordinality as given (key, locale, position)
    where not exists (
      select from template_version t
      where t.store_id = ${storeId} and t.key = given.key
        and (t.locale = given.locale or t.version > 1 or t.locale <> all(${locales}::text[])))
    order by given.position`.execute(tx);
  return rows.flatMap(({ position }) => templates[position - 1] ?? []);
}

/** Writes templates the store has not; where another process was first, its own stay. */
export async function insertFirstVersions(
  tx: Tx,
  storeId: StoreId,
  templates: readonly CompiledSource[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into template_version (store_id, key, locale, version, source, compiled)
    select ${storeId}::uuid, given.key, given.locale, 1, given.source::jsonb, given.compiled::jsonb
    from ${unnested(templates)}
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

const unnested = (templates: readonly CompiledSource[]) => sql`unnest(
      ${templates.map(({ source }) => source.key)}::text[],
      ${templates.map(({ source }) => source.locale)}::text[],
      ${templates.map(({ source }) => JSON.stringify(source))}::text[],
      ${templates.map(({ compiled }) => JSON.stringify(compiled))}::text[]
    ) as given (key, locale, source, compiled)`;

/** The newest version of each of these templates, in every locale there is. */
export async function readNewestVersions(
  tx: Tx,
  storeId: StoreId,
  keys: readonly string[],
): Promise<readonly TemplateVersion[]> {
  const { rows } = await sql<TemplateVersion>`
    select key, locale, max(version) as version from template_version
    where store_id = ${storeId} and key = any(${keys}::text[])
    group by key, locale`.execute(tx);
  return rows;
}

export async function readCompiled(
  tx: Tx,
  storeId: StoreId,
  versions: readonly TemplateVersion[],
): Promise<readonly (TemplateVersion & { compiled: CompiledTemplate })[]> {
  if (versions.length === 0) return [];
  const { rows } = await sql<TemplateVersion & { compiled: CompiledTemplate }>`
    select t.key, t.locale, t.version, t.compiled
    from template_version t
    join unnest(
      ${versions.map(({ key }) => key)}::text[],
      ${versions.map(({ locale }) => locale)}::text[],
      ${versions.map(({ version }) => version)}::int[]
    ) as wanted (key, locale, version) using (key, locale, version)
    where t.store_id = ${storeId}`.execute(tx);
  return rows;
}

/** Every template of the store in its newest version, by key and locale. */
export async function listTemplates(tx: Tx, storeId: StoreId): Promise<readonly StoredTemplate[]> {
  const { rows } = await sql<StoredTemplate>`
    select distinct on (key, locale) key, locale, version, source, created_at as "createdAt" from template_version
    where store_id = ${storeId}
    order by key, locale, version desc`.execute(tx);
  return rows;
}

/** The keys sequences may send by. */
/** The templates whose newest version names a variable, in any language. */
export async function readKeysNaming(tx: Tx, storeId: StoreId, variable: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select distinct key from (
      select distinct on (key, locale) key, source from template_version
      where store_id = ${storeId} order by key, locale, version desc) newest
    where position(${variable} in source::text) > 0`.execute(tx);
  return new Set(rows.map(({ key }) => key));
}

export async function readTemplateKeys(tx: Tx, storeId: StoreId): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    key: string;
  }>`select distinct key from template_version where store_id = ${storeId}`.execute(tx);
  return new Set(rows.map(({ key }) => key));
}
