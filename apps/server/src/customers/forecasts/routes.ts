import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../../foundation/database/database.ts';
import { problem } from '../../foundation/errors/index.ts';
import { customersErrors } from '../errors.ts';
import { findCustomer } from '../list-customers.ts';
import { forecastAnswer, valueModelAnswer } from './answers.ts';
import { describeBasis } from './describe-basis.ts';
import { forecastTerms } from './forecast-terms.ts';
import type { ModelEvidence } from './model-evidence.ts';
import { findModel, type ValueModel } from './model-repository.ts';
import { readForecast, toDay } from './read-forecast.ts';
import { readStoreDay } from './store-day.ts';
import { findOutlook } from './store-outlook.ts';

const inStore = z.object({ storeId: z.uuid() });

/** What is foreseen of customers, and how right the model would have been. Mounted under /api/v1. */
export function forecastRoutes({ database }: { readonly database: Database }): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/stores/:storeId/customers/:customerId/forecast',
      config: { action: 'customers.read' },
      schema: {
        tags: ['Customers'],
        operationId: 'getCustomerForecast',
        summary: 'What is foreseen of a customer, with medians and intervals, and what it rests on',
        params: inStore.extend({ customerId: z.uuid() }),
        response: { 200: z.object({ forecast: forecastAnswer.nullable().describe('Null before a first purchase.') }) },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        const customerId = params.customerId as CustomerId;
        return await database.withStore(storeId, async (tx) => {
          const forecast = await readForecast(tx, storeId, customerId);
          if (forecast === null && (await findCustomer(tx, storeId, customerId)) === null)
            throw problem(customersErrors, 'customer.not_found');
          return { forecast };
        });
      },
    });

    app.route({
      method: 'GET',
      url: '/stores/:storeId/value-model',
      config: { action: 'customers.read' },
      schema: {
        tags: ['Customers'],
        operationId: 'getValueModel',
        summary:
          'By which model a store’s customers are foreseen, how right it would have been, and what all of them are expected to bring',
        params: inStore,
        response: { 200: valueModelAnswer },
      },
      handler: async ({ params }) => {
        const storeId = params.storeId as StoreId;
        return await database.withStore(storeId, (tx) => readValueModel(tx, storeId));
      },
    });
  };
}

async function readValueModel(tx: Tx, storeId: StoreId): Promise<z.output<typeof valueModelAnswer>> {
  const { currency } = await readStoreDay(tx, storeId);
  const fitted = await findModel(tx, storeId);
  const outlook = await findOutlook(tx, storeId);
  return {
    ...forecastTerms,
    currency,
    model: fitted === null ? null : describeModel(fitted),
    evidence: fitted === null || fitted.evidence === null ? null : toEvidenceAnswer(fitted.evidence),
    outlook,
  };
}

function toEvidenceAnswer({ knownUntilDay, ...evidence }: ModelEvidence) {
  return { ...evidence, knownUntil: toDay(knownUntilDay) };
}

function describeModel(fitted: ValueModel) {
  const { transactions, spend, season, selection, diagnostics } = fitted.model;
  const ofSpend = [
    ['p', spend.p],
    ['q', spend.q],
    ['gamma', spend.gamma],
  ] as const;
  return {
    ...describeBasis(fitted),
    regularity: transactions.k,
    parameters: [
      ...transactions.parameterNames.map((name, index) => ({
        name,
        value: transactions.parameters[index] ?? 0,
        standardError: transactions.standardErrors[index] ?? null,
      })),
      ...ofSpend.map(([name, value], index) => ({ name, value, standardError: spend.standardErrors[index] ?? null })),
    ],
    verdict: { ...transactions.verdict },
    isConverged: transactions.converged,
    season: season === null ? null : { strength: season.strength, message: season.message },
    reason: selection.reason,
    diagnostics: [...diagnostics],
  };
}
