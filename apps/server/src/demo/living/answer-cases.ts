import { dayMs, minuteMs, type Instant } from '@regulars/core/shared';
import { listCases } from '../../cases/case-repository.ts';
import { closeCase } from '../../cases/close-case.ts';
import type { DemoGround } from '../demo-ground.ts';
import type { DemoStore } from '../demo-store.ts';

/** Of what is a day old, so many stay open, so that whoever looks at the demo finds somebody to answer. */
const leftOpen = 1;

/** The clock flows while people act: a case is opened a moment after it was meant to be. */
const slackMs = 10 * minuteMs;

/** More than a store of the demo ever has open. */
const most = 200;

/** The agency's team answers what is a day old, but for the newest of it. */
export async function answerCases({ database }: DemoGround, { store }: DemoStore, now: Instant): Promise<void> {
  const open = await database.withStore(store.id, (tx) =>
    listCases(tx, store.id, { state: 'open', customerId: null, after: null, limit: most }),
  );
  const aged = open.filter(({ openedAt }) => openedAt <= now - dayMs + slackMs);
  for (const { id } of aged.slice(leftOpen)) {
    await closeCase({ database }, store.id, id, { closedBy: 'person:demo', note: null });
  }
}
