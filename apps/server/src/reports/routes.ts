import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { problem } from '../foundation/errors/index.ts';
import { seesStore } from '../foundation/http/index.ts';
import { storesErrors, type AdapterRegistry, type Directory, type Store } from '../stores/door.ts';
import { fleetRow, summaryAnswer } from './answers.ts';
import { listFleet, type FleetRow } from './list-fleet.ts';
import { summarizeStore, type StoreSummary } from './summarize-store.ts';

const inStore = z.object({ storeId: z.uuid() });
const tags = ['Reports'];

export interface ReportsRoutesDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly adapters: AdapterRegistry;
}

/** What an agency looks at in the morning: all stores, and one store. Mounted under /api/v1. */
export function reportsRoutes(deps: ReportsRoutesDeps): FastifyPluginAsyncZod {
  const summarize = async (storeId: StoreId, actions: Parameters<typeof summarizeStore>[2]) => {
    const store = await deps.directory.findStore(storeId);
    if (store === null) throw problem(storesErrors, 'store.not_found');
    return toSummaryAnswer(store, await summarizeStore(deps, store, actions));
  };

  return async (app) => {
    app.route({
      method: 'GET',
      url: '/fleet',
      config: { action: 'orders.read' },
      schema: {
        tags,
        operationId: 'listFleet',
        summary: 'All stores you may see, those that need somebody first',
        response: { 200: z.object({ data: z.array(fleetRow), nextCursor: z.null() }) },
      },
      handler: async ({ principal }) => {
        const stores = (await deps.directory.stores()).filter(({ id }) => seesStore(principal, id));
        const rows = await listFleet(deps.database, stores, principal.actions);
        return { data: rows.map(toFleetAnswer), nextCursor: null };
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/summary',
      config: { action: 'orders.read' },
      schema: {
        tags,
        operationId: 'getStoreSummary',
        summary: 'A store at a glance: who comes back, what they are worth, what is sent today, what needs somebody',
        params: inStore,
        response: { 200: summaryAnswer },
      },
      handler: ({ params, principal }) => summarize(params.storeId as StoreId, principal.actions),
    });
  };
}

function toFleetAnswer({ store, needs, figures, today, reading }: FleetRow): z.output<typeof fleetRow> {
  return { store, needs: [...needs], figures: toFigures(figures), today: toDay(today), reading };
}

function toSummaryAnswer(store: Store, summary: StoreSummary): z.output<typeof summaryAnswer> {
  const { needs, figures, today, platforms, ...counts } = summary;
  return {
    store,
    needs: [...needs],
    figures: toFigures(figures),
    today: toDay(today),
    platforms: [...platforms],
    ...counts,
  };
}

const toFigures = (figures: FleetRow['figures']) =>
  figures === null ? null : { ...figures, months: [...figures.months] };

const toDay = (day: FleetRow['today']) => ({ ...day, lines: [...day.lines], skipped: [...day.skipped] });
