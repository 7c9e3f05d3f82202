import assert from 'node:assert/strict';
import type { MailBatches, MailConnection, OutgoingMessage } from '@regulars/adapter-contracts';
import { assertFails } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { kitMessage, withMailConnection, type MailHarness } from './mail-harness.ts';

/** Letters of one template to people of their own. */
const letters: readonly OutgoingMessage[] = ['ada', 'grace', 'joan'].map((name, index) => ({
  ...kitMessage,
  effectId: `01930000-0000-7000-8000-00000000010${index}`,
  messageId: `01930000-0000-7000-8000-00000000010${index}@shop.test`,
  to: { name, address: `${name}@buyer.test` },
  subject: `Thank you, ${name}`,
  html: `<p>Thank you, ${name}.</p>`,
  headers: { ...kitMessage.headers, 'List-Unsubscribe': `<https://mail.shop.test/u/token-of-${name}>` },
}));

/** What an adapter promises that sends many messages in one call. */
export function mailBatchClauses<Config>(harness: MailHarness<Config>): readonly Clause[] {
  const most = harness.adapter.capabilities.batch?.most ?? 0;
  return [
    clause(
      'batch.groups_whole',
      'Every message is in one group, no group is too large, none has an address twice.',
      () =>
        withMailConnection(harness, async (connection) => {
          const messages = [...letters, ...letters, ...Array.from({ length: most }, (_, index) => toBuyer(index))];
          const groups = batchesOf(connection).group(messages);
          assert.equal(groups.flat().length, messages.length);
          assert.deepEqual(new Set(groups.flat()), new Set(messages));
          for (const group of groups) {
            assert.ok(group.length >= 1 && group.length <= most);
            assert.equal(new Set(group.map(({ to }) => to.address)).size, group.length);
          }
        }),
    ),
    clause(
      'batch.each_gets_theirs',
      'Each recipient of a batch gets a message of their own, with their own headers.',
      () =>
        withMailConnection(harness, async (connection, upstream) => {
          await sendAll(batchesOf(connection));
          const taken = upstream.listTaken();
          assert.equal(taken.length, letters.length);
          for (const { to, headers } of letters) {
            const theirs = taken.filter(({ recipients }) => recipients.some((each) => each.includes(to.address)));
            assert.deepEqual(
              theirs.map((each) => [each.recipients.length, each.headers['list-unsubscribe']]),
              [[1, headers['List-Unsubscribe']]],
            );
          }
        }),
    ),
    clause(
      'batch.lost_answer_unknown',
      'A batch whose answer is lost is unknown, and each message can be looked up.',
      () =>
        withMailConnection(harness, async (connection, upstream) => {
          upstream.loseNextAnswer();
          await assertFails(() => sendAll(batchesOf(connection)), { outcome: 'unknown' });
          assert.equal(upstream.listTaken().length, letters.length);
          if (harness.adapter.capabilities.resolution === 'none') return;
          for (const { messageId, effectId, to, sentAt } of letters) {
            const query = { messageId, effectId, recipient: to.address, sentAt };
            assert.equal(await connection.findMessage(query), 'accepted');
          }
        }),
    ),
    clause(
      'batch.refused_whole',
      'A batch with a recipient that is refused is refused as a whole: nothing is taken.',
      () =>
        withMailConnection(harness, async (connection, upstream) => {
          upstream.refuseNextRecipient();
          assert.deepEqual(await batchesOf(connection).send(letters), { status: 'refused' });
          assert.deepEqual(upstream.listTaken(), []);
        }),
    ),
  ];
}

function toBuyer(index: number): OutgoingMessage {
  const effectId = `01930000-0000-7000-8001-${String(index).padStart(12, '0')}`;
  const to = { name: null, address: `buyer-${index}@buyer.test` };
  return { ...kitMessage, effectId, messageId: `${effectId}@shop.test`, to };
}

async function sendAll(batches: MailBatches): Promise<void> {
  const groups = batches.group(letters);
  assert.equal(groups.length, 1, 'Letters of one template go together.');
  assert.equal((await batches.send(letters)).status, 'accepted');
}

function batchesOf({ batches }: MailConnection): MailBatches {
  assert.ok(batches !== undefined, 'The capability `batch` promises `batches`.');
  return batches;
}
