import { expect, test } from 'vitest';
import { dayMs } from '../shared/instant.ts';
import { findNextMail } from './find-next-mail.ts';
import type { Step } from './step.ts';

const rest: Step = { id: 'rest', kind: 'wait', delayMs: dayMs };
const again: Step = { id: 'again', kind: 'wait', delayMs: dayMs };
const thanks: Step = { id: 'thanks', kind: 'send', templateKey: 'thank-you', purpose: 'transactional' };
const choose: Step = { id: 'choose', kind: 'branch', segmentKey: 'loyal', then: 'thanks', otherwise: 'again' };
const none = { kind: 'none' };

test.for<[string, Step[], string, object]>([
  ['the mail after the wait', [rest, thanks], 'rest', { kind: 'template', templateKey: 'thank-you' }],
  ['the mail a jump leads to', [{ ...rest, next: 'thanks' }, again, thanks], 'rest', { kind: 'template' }],
  ['a mail that is itself awaited', [thanks], 'thanks', { kind: 'template' }],
  ['nobody knows before a branch', [rest, choose, thanks, again], 'rest', { kind: 'branch' }],
  ['no mail before another wait', [rest, again, thanks], 'rest', none],
  ['no mail at the end', [rest], 'rest', none],
  ['no mail after an exit', [rest, { id: 'stop', kind: 'exit', reason: 'done' }], 'rest', none],
  ['no mail in a circle', [{ ...rest, next: 'rest' }], 'rest', none],
  ['no mail at a step that is gone', [rest, thanks], 'gone', none],
])('%s', ([, steps, stepId, expected]) => {
  expect(findNextMail(steps, stepId)).toMatchObject(expected);
});
