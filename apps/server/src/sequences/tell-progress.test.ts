import { expect, test } from 'vitest';
import { postPurchase, type SequenceDefinition } from '@regulars/core/sequences';
import type { EnrollmentGroup } from './count-repository.ts';
import { tellProgress } from './tell-progress.ts';

const through = (lastId: string) => {
  const ids = postPurchase.steps.filter(({ kind }) => kind !== 'exit').map(({ id }) => id);
  return Object.fromEntries(ids.slice(0, ids.indexOf(lastId) + 1).map((id) => [id, 1]));
};
const group = (change: Partial<EnrollmentGroup>): EnrollmentGroup => ({
  version: 1,
  status: 'active',
  reason: null,
  stepId: null,
  isRecent: true,
  visits: through('until-it-arrives'),
  customers: 1,
  ...change,
});
const versions = new Map<number, SequenceDefinition>([[1, postPurchase]]);
const stepIn = (groups: readonly EnrollmentGroup[], id: string) =>
  tellProgress(groups, [], versions).steps.find(({ stepId }) => stepId === id);

test('who waits is counted where they wait; who began before the span is counted apart', () => {
  const groups = [
    group({ stepId: 'until-it-arrives', customers: 3 }),
    group({ stepId: 'until-it-arrives', customers: 4, isRecent: false }),
  ];
  expect(stepIn(groups, 'until-it-arrives')).toMatchObject({ reached: 3, waiting: 3, waitingFromBefore: 4 });
  expect(stepIn(groups, 'get-to-know')).toMatchObject({ reached: 0, waiting: 0 });
  expect(tellProgress(groups, [], versions)).toMatchObject({ enrolled: 3, active: 3 });
});

test('who left early did so at the last step they came by', () => {
  const groups = [
    group({ status: 'exited', reason: 'ordered_again', visits: through('time-to-use-it'), customers: 2 }),
    group({ status: 'exited', reason: 'order_refunded', visits: through('time-to-use-it') }),
    group({ status: 'exited', reason: 'ordered_again', visits: through('thank-you') }),
  ];
  expect(stepIn(groups, 'time-to-use-it')?.exits).toEqual([
    { reason: 'ordered_again', customers: 2 },
    { reason: 'order_refunded', customers: 1 },
  ]);
  expect(tellProgress(groups, [], versions).exits[0]).toEqual({ reason: 'ordered_again', customers: 3 });
});

test('who came by a step waits there, went on, finished with it, left or was set aside: the counts add up', () => {
  const groups = [
    group({ stepId: 'until-it-arrives', customers: 2 }),
    group({ status: 'exited', reason: 'ordered_again', customers: 3 }),
    group({ status: 'failed', reason: 'segment.unknown', stepId: 'until-it-arrives', customers: 4 }),
    group({ status: 'exited', reason: 'ordered_again', visits: through('review-request'), customers: 5 }),
    group({ status: 'completed', visits: through('review-request'), customers: 6 }),
  ];
  expect(stepIn(groups, 'until-it-arrives')).toMatchObject({
    reached: 20,
    waiting: 2,
    wentOn: 11,
    finished: 0,
    failed: 4,
    exits: [{ reason: 'ordered_again', customers: 3 }],
  });
  expect(stepIn(groups, 'review-request')).toMatchObject({
    reached: 11,
    wentOn: 0,
    finished: 6,
    exits: [{ reason: 'ordered_again', customers: 5 }],
  });
});

test('a branch is divided by where people went on, an exit step counts whom it let out', () => {
  const groups = [
    group({ status: 'completed', visits: through('review-request'), customers: 5 }),
    group({ status: 'exited', reason: 'not_a_buyer', visits: through('kept-it'), customers: 2 }),
  ];
  expect(stepIn(groups, 'kept-it')).toMatchObject({ reached: 7, branch: { then: 5, otherwise: 2 }, exits: [] });
  expect(stepIn(groups, 'did-not-stay')).toMatchObject({
    reached: 2,
    exits: [{ reason: 'not_a_buyer', customers: 2 }],
  });
  expect(stepIn(groups, 'review-request')).toMatchObject({ reached: 5, branch: null });
});

test('versions are told apart, their steps joined by id', () => {
  const shorter = { ...postPurchase, steps: postPurchase.steps.slice(0, 2) };
  const both = new Map<number, SequenceDefinition>([...versions, [2, shorter]]);
  const groups = [
    group({ stepId: 'until-it-arrives' }),
    group({ version: 2, stepId: 'until-it-arrives', customers: 2 }),
  ];
  const progress = tellProgress(groups, [], both);
  expect(progress.versions).toEqual([
    { version: 2, active: 2, enrolled: 2 },
    { version: 1, active: 1, enrolled: 1 },
  ]);
  expect(progress.steps[1]).toMatchObject({ stepId: 'until-it-arrives', waiting: 3 });
});
