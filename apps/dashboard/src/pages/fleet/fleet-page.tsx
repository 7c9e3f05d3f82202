import { useQuery } from '@tanstack/react-query';
import { Search, Store } from 'lucide-react';
import { useState } from 'react';

import { fleetQuery, type FleetRow } from '../../api/reports.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useSortedRows } from '../../components/use-sorted-rows.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { AddStore } from './add-store.tsx';
import { sortValues, useFleetColumns } from './use-fleet-columns.tsx';

/** So many stores are looked through at a glance; of more, one wants to find a name. */
const manyStores = 8;

/** All stores on one page, those first that need somebody. */
export function FleetPage() {
  const t = useMessages();
  const query = useQuery(fleetQuery);
  const [search, setSearch] = useState('');
  const isLarge = (query.data?.length ?? 0) > manyStores;
  return (
    <Page
      title={t.fleet.title}
      width="full"
      lead={query.data === undefined ? undefined : <Lead rows={query.data} />}
      actions={
        <>
          {isLarge && <SearchField label={t.fleet.search} value={search} onSearch={setSearch} />}
          <AddStore />
        </>
      }
    >
      <Card spacing="flush">
        <QueryState query={query} lines={8}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={Store} title={t.shell.noStoreTitle}>
                {t.shell.noStore}
              </EmptyState>
            ) : (
              <Stores rows={isLarge ? rows.filter((row) => isNamed(row, search)) : rows} />
            )
          }
        </QueryState>
      </Card>
    </Page>
  );
}

function Stores({ rows }: { readonly rows: readonly FleetRow[] }) {
  const t = useMessages();
  const columns = useFleetColumns();
  const sorted = useSortedRows(rows, sortValues);
  if (rows.length === 0)
    return (
      <EmptyState icon={Search} title={t.fleet.nothing}>
        {null}
      </EmptyState>
    );
  return (
    <DataTable
      caption={t.fleet.title}
      columns={columns}
      {...sorted}
      keyOf={({ store }) => store.id}
      onPhone="stacked"
      density="dense"
    />
  );
}

function Lead({ rows }: { readonly rows: readonly FleetRow[] }) {
  const t = useMessages();
  const formats = useFormats();
  const needing = rows.filter(({ needs }) => needs.length > 0).length;
  const stores = formats.number(rows.length);
  if (rows.length === 0) return null;
  const isOnly = rows.length === 1;
  if (needing === 0) return t.fleet.leadCalm(stores, isOnly);
  return needing === 1 ? t.fleet.leadOne(stores, isOnly) : t.fleet.lead(formats.number(needing), stores);
}

function isNamed({ store }: FleetRow, search: string): boolean {
  return store.name.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());
}
