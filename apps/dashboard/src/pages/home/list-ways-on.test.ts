import { postPurchase } from '@regulars/core/sequences';
import { expect, it } from 'vitest';

import { listWaysOn } from './list-ways-on.ts';

it('names the mails that may come of a branch, and whether none may', () => {
  expect(listWaysOn(postPurchase.steps)).toEqual({ templateKeys: ['review-request'], hasSilentWay: true });
  expect(
    listWaysOn([
      { id: 'split', kind: 'branch', segmentKey: 'loyal', then: 'again', otherwise: 'thanks' },
      { id: 'again', kind: 'branch', segmentKey: 'buyers', then: 'thanks', otherwise: 'asks' },
      { id: 'thanks', kind: 'send', templateKey: 'thank-you', purpose: 'transactional' },
      { id: 'rests', kind: 'wait', delayMs: 60_000 },
      { id: 'asks', kind: 'send', templateKey: 'review', purpose: 'marketing' },
    ]),
  ).toEqual({ templateKeys: ['thank-you', 'review'], hasSilentWay: false });
});
