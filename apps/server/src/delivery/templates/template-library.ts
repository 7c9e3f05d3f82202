import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { listVariables } from './liquid.ts';
import { prepareTemplate, type PreparedTemplate } from './render-template.ts';
import { readCompiled, readNewestVersions, type TemplateVersion } from './template-repository.ts';

/** A template a mail can be made from. */
export interface LibraryTemplate extends TemplateVersion {
  readonly prepared: PreparedTemplate;
  /** The variables it names, e.g. `referral.link`. */
  readonly variables: ReadonlySet<string>;
}

/** The newest templates of some keys, by locale. */
export interface Shelf {
  /** The template in the first of these locales there is, else in any; `nl-BE` takes `nl`. Null when there is none at all. */
  find(key: string, locales: readonly (string | null)[]): LibraryTemplate | null;
}

export interface TemplateLibrary {
  shelve(tx: Tx, storeId: StoreId, keys: readonly string[]): Promise<Shelf>;
}

const maxPrepared = 2_000;

/** Keeps parsed templates between batches; a version never changes, so none is ever stale. */
export function createTemplateLibrary(): TemplateLibrary {
  const prepared = new Map<string, LibraryTemplate>();

  return {
    async shelve(tx, storeId, keys) {
      const nameOf = ({ key, locale, version }: TemplateVersion) => JSON.stringify([storeId, key, locale, version]);
      const versions = await readNewestVersions(tx, storeId, [...new Set(keys)]);
      const missing = versions.filter((version) => !prepared.has(nameOf(version)));
      const read = await readCompiled(tx, storeId, missing);
      if (prepared.size + read.length > maxPrepared) prepared.clear();
      for (const { compiled, ...version } of read) {
        const template = prepareTemplate(compiled);
        const variables = new Set(
          [template.subject, template.html, template.text].flatMap((part) => listVariables(part)),
        );
        prepared.set(nameOf(version), { ...version, prepared: template, variables });
      }
      const shelf = versions.flatMap((version) => prepared.get(nameOf(version)) ?? []);
      return { find: (key, locales) => findOnShelf(shelf, key, locales) };
    },
  };
}

function findOnShelf(
  shelf: readonly LibraryTemplate[],
  key: string,
  locales: readonly (string | null)[],
): LibraryTemplate | null {
  const candidates = shelf.filter((template) => template.key === key);
  const wanted = [...locales, 'en'].flatMap((locale) =>
    locale === null ? [] : [locale, locale.split(/[-_]/)[0] ?? locale],
  );
  for (const locale of wanted) {
    const found = candidates.find(
      (template) => template.locale.toLowerCase() === locale.replace('_', '-').toLowerCase(),
    );
    if (found !== undefined) return found;
  }
  return candidates[0] ?? null;
}
