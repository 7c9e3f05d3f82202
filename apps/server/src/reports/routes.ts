import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { StoreId } from '@regulars/core/shared';
import { problem } from '../foundation/errors/index.ts';
import { seesStore } from '../foundation/http/index.ts';
import { storesErrors, type Store } from '../stores/door.ts';
import { countsAnswer, fleetRow, summaryAnswer } from './answers.ts';
import { countOrders, type CountOrdersDeps } from './count-orders.ts';
import { reportsErrors } from './errors.ts';
import { listFleet, type FleetRow } from './list-fleet.ts';
import { summarizeStore, type StoreSummary } from './summarize-store.ts';

const inStore = z.object({ storeId: z.uuid() });
const tags = ['Reports'];

/** What an agency looks at in the morning: all stores, and one store. Mounted under /api/v1. */
export function reportsRoutes(deps: CountOrdersDeps): FastifyPluginAsyncZod {
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

    app.route({
      method: 'POST',
      url: '/stores/:storeId/order-count',
      config: { action: 'connections.read' },
      schema: {
        tags,
        operationId: 'countOrders',
        summary: 'Counts the orders of the last 30 days again, there and here',
        params: inStore,
        response: { 200: countsAnswer },
      },
      handler: async ({ params, principal }) => {
        const storeId = params.storeId as StoreId;
        const asked = await countOrders(deps, storeId);
        if (asked === 0) throw problem(reportsErrors, 'order_count.not_offered');
        const { platforms } = await summarize(storeId, principal.actions);
        return { platforms };
      },
    });
  };
}

function toFleetAnswer({ store, needs, figures, today }: FleetRow): z.output<typeof fleetRow> {
  return { store, needs: [...needs], figures: toFigures(figures), today: toDay(today) };
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
