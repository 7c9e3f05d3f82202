import { toIsoString } from '@regulars/core/shared';
import type { ConnectionSync } from '../../sync/answers.ts';
import { toTable } from '../print.ts';
import { countOf } from './count-of.ts';

type Pull = ConnectionSync['pulls'][number];

/** How a connection stands, in lines for a person. */
export function describeSync(sync: ConnectionSync): readonly string[] {
  const { adapterId, connectionId, canPull, canHook, canCount } = sync;
  return [
    `${adapterId} (${connectionId})`,
    ...(canPull ? describePulls(sync.pulls) : []),
    ...(canHook ? describeHooks(sync.hooks) : []),
    ...(canCount ? describeCount(sync.count) : []),
    ...(canPull || canHook || canCount ? [] : ['  This platform only tells what happens; it cannot be asked.']),
  ];
}

function describePulls(pulls: readonly Pull[]): readonly string[] {
  if (pulls.length === 0) return ['  Nothing was read yet; see: sync backfill --help'];
  const table = toTable(
    ['READING', 'OF', 'STATE', 'DONE', 'TOTAL', 'NOTE'],
    pulls.map((pull) => [
      pull.kind,
      pull.resource,
      pull.state,
      String(countOf(pull)),
      pull.total === null ? '' : String(pull.total),
      noteOn(pull),
    ]),
  );
  return table.map((line) => `  ${line}`);
}

function describeHooks(check: ConnectionSync['hooks']): readonly string[] {
  if (check === null) return ['  Webhooks: not looked at yet.'];
  const { topics, failure, checkedAt, repairedAt, repairedTopics } = check;
  const off = topics.filter(({ state }) => state !== 'active');
  return [
    `  Webhooks: ${topics.length - off.length} of ${topics.length} active, looked at ${toIsoString(checkedAt)}.`,
    ...off.map(({ topic, state }) => `    ${topic} is ${state}`),
    ...(repairedAt === null ? [] : [`    repaired ${toIsoString(repairedAt)}: ${repairedTopics.join(', ')}`]),
    ...(failure === null ? [] : [`    ${failure.message} [${failure.code}]`]),
  ];
}

function describeCount(check: ConnectionSync['count']): readonly string[] {
  if (check === null) return ['  Orders: not counted yet.'];
  const { ordersHere, ordersThere, missing, different, checkedAt, failure } = check;
  return [
    ...(ordersHere === null || ordersThere === null
      ? []
      : [`  Orders: ${ordersHere} here, ${ordersThere} there, counted ${toIsoString(checkedAt)}.`]),
    ...(missing === 0 ? [] : [`    ${missing} missing here`]),
    ...(different === 0 ? [] : [`    ${different} different in state or amount`]),
    ...(failure === null ? [] : [`  Orders: ${failure.message} [${failure.code}]`]),
  ];
}

function noteOn({ failure, waitsUntil, partsRejected, finishedAt }: Pull): string {
  return [
    failure === null ? null : `${failure.message} [${failure.code}]`,
    waitsUntil === null ? null : `goes on at ${toIsoString(waitsUntil)}`,
    partsRejected === 0 ? null : `${partsRejected} could not be used`,
    finishedAt === null ? null : `ended ${toIsoString(finishedAt)}`,
  ]
    .filter((note) => note !== null)
    .join('; ');
}
