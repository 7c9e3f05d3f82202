const pageSize = 500;

type Key = readonly [at: number, id: string];

/** Every row of a list, page by page, so that no statement is ever large. */
export async function readAllPages<Row>(
  readPage: (after: Key | null, limit: number) => Promise<readonly Row[]>,
  toKey: (row: Row) => Key,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: Key | null = null;
  for (;;) {
    const page: readonly Row[] = await readPage(after, pageSize);
    rows.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return rows;
    after = toKey(last);
  }
}
