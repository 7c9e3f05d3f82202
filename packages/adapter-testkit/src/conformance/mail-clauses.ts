import assert from 'node:assert/strict';
import { assertFails, assertTellsNone } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { emptyMailClauses } from './empty-mail-clauses.ts';
import { mailBatchClauses } from './mail-batch-clauses.ts';
import { kitMessage, withMailConnection, type MailHarness } from './mail-harness.ts';
import { mailReportClauses } from './mail-report-clauses.ts';
import { mailSuppressionClauses } from './mail-suppression-clauses.ts';
import { webhookClauses } from './webhook-clauses.ts';

/**
 * The full level: what a mail adapter promises, picked by the capabilities it declares. It holds all of the empty one.
 *
 * @example
 * ```ts
 * for (const { title, run } of mailClauses(harness)) test(title, run);
 * ```
 */
export function mailClauses<Config>(harness: MailHarness<Config>): readonly Clause[] {
  const { resolution, batch, suppressions, reports } = harness.adapter.capabilities;
  return [
    ...emptyMailClauses(harness),
    methodsClause(harness),
    ...sendClauses(harness),
    ...(resolution === 'none' ? [] : lookupClauses(harness)),
    ...receiptClauses(harness),
    ...(batch === undefined ? [] : mailBatchClauses(harness)),
    ...(suppressions === undefined ? [] : mailSuppressionClauses(harness)),
    ...(reports === undefined ? [] : mailReportClauses(harness)),
  ];
}

function methodsClause<Config>({ adapter, config }: MailHarness<Config>): Clause {
  return clause(
    'manifest.methods',
    'A connection has the methods its capabilities promise, and no others.',
    async () => {
      const { batch, suppressions, reports } = adapter.capabilities;
      const connection = adapter.connect(config, { timeoutMs: 1_000, allowPrivateNetwork: false });
      assert.deepEqual(
        [connection.batches, connection.suppressions, connection.reports].map((methods) => methods !== undefined),
        [batch !== undefined, suppressions !== undefined, reports !== undefined],
      );
      await connection.close();
    },
  );
}

function sendClauses<Config>(harness: MailHarness<Config>): readonly Clause[] {
  return [
    clause('access.right_key', 'Access is checked with the right credentials, and no mail is sent by it.', () =>
      withMailConnection(harness, async (connection, upstream) => {
        await connection.checkAccess();
        assert.deepEqual(upstream.listTaken(), []);
      }),
    ),
    clause('access.wrong_key', 'Wrong credentials are told as such, without telling them.', () =>
      withMailConnection(
        harness,
        async (connection, upstream) => {
          const error = await assertFails(() => connection.send(kitMessage), {
            outcome: 'notDone',
            kind: 'unauthenticated',
          });
          assertTellsNone(error, [...upstream.secrets, kitMessage.to.address]);
        },
        (upstream) => upstream.wrongConfig,
      ),
    ),
    clause('send.accepted', 'A message is taken once, for its one recipient, under our Message-ID.', () =>
      withMailConnection(harness, async (connection, upstream) => {
        assert.equal((await connection.send(kitMessage)).status, 'accepted');
        assert.deepEqual(
          upstream.listTaken().map(({ messageId, recipients }) => [messageId, recipients.length]),
          [[kitMessage.messageId, 1]],
        );
        assert.match(upstream.listTaken()[0]?.recipients[0] ?? '', /ada@buyer\.test/);
      }),
    ),
    clause(
      'send.headers_word_for_word',
      'Further headers arrive word for word, List-Unsubscribe among them, once.',
      () =>
        withMailConnection(harness, async (connection, upstream) => {
          await connection.send(kitMessage);
          const [taken] = upstream.listTaken();
          for (const [name, value] of Object.entries(kitMessage.headers))
            assert.equal(taken?.headers[name.toLowerCase()], value);
        }),
    ),
    clause('send.no_header_injection', 'A line break in a subject or a name makes no header and no recipient.', () =>
      withMailConnection(harness, async (connection, upstream) => {
        const hostile = 'Hi\r\nBcc: eve@evil.test\r\nX-Injected: yes';
        const message = { ...kitMessage, subject: hostile, to: { name: hostile, address: kitMessage.to.address } };
        // Refusing it is as good as defusing it.
        await connection.send(message).catch(() => undefined);
        for (const taken of upstream.listTaken()) {
          assert.equal(taken.recipients.length, 1);
          assert.ok(!('x-injected' in taken.headers) && !('bcc' in taken.headers), 'A header was injected.');
        }
      }),
    ),
    clause(
      'send.recipient_rejected',
      'A recipient that does not exist is rejected as such: a result, not an error.',
      () =>
        withMailConnection(harness, async (connection, upstream) => {
          upstream.refuseNextRecipient();
          const outcome = await connection.send(kitMessage);
          assert.deepEqual(
            [outcome.status, outcome.status === 'rejected' && outcome.reason],
            ['rejected', 'recipient_invalid'],
          );
          assert.deepEqual(upstream.listTaken(), []);
        }),
    ),
    clause(
      'outcome.lost_answer_unknown',
      'When the answer is lost the outcome is unknown, and the adapter does not send again.',
      () =>
        withMailConnection(harness, async (connection, upstream) => {
          upstream.loseNextAnswer();
          const error = await assertFails(() => connection.send(kitMessage), { outcome: 'unknown' });
          assertTellsNone(error, [...upstream.secrets, kitMessage.to.address]);
          assert.equal(upstream.listTaken().length, 1);
        }),
    ),
    clause(
      'outcome.limit_not_done',
      'A limit, or a "later", leaves the message unsent and free to be tried again.',
      () =>
        withMailConnection(harness, async (connection, upstream) => {
          upstream.limitNext();
          await assertFails(() => connection.send(kitMessage), { outcome: 'notDone' });
          assert.equal((await connection.send(kitMessage)).status, 'accepted');
          assert.equal(upstream.listTaken().length, 1);
        }),
    ),
    clause('outcome.recovers', 'After a connection that broke off the next message goes out.', () =>
      withMailConnection(harness, async (connection, upstream) => {
        upstream.refuseNextConnection();
        await connection.send(kitMessage).catch(() => undefined);
        assert.equal((await connection.send(kitMessage)).status, 'accepted');
        assert.equal(upstream.listTaken().length, 1);
      }),
    ),
  ];
}

function lookupClauses<Config>(harness: MailHarness<Config>): readonly Clause[] {
  const query = {
    messageId: kitMessage.messageId,
    effectId: kitMessage.effectId,
    recipient: kitMessage.to.address,
    sentAt: kitMessage.sentAt,
  };
  return [
    clause(
      'lookup.settles_unknown',
      'A look-up settles an unknown outcome: taken is accepted, never sent is absent.',
      () =>
        withMailConnection(harness, async (connection, upstream) => {
          upstream.loseNextAnswer();
          await assertFails(() => connection.send(kitMessage), { outcome: 'unknown' });
          assert.equal(await connection.findMessage(query), 'accepted');
          assert.equal(
            await connection.findMessage({
              ...query,
              messageId: 'other@shop.test',
              effectId: '01930000-0000-7000-8000-0000000000dd',
            }),
            'absent',
          );
        }),
    ),
  ];
}

function receiptClauses<Config>({ adapter, receipts, config }: MailHarness<Config>): readonly Clause[] {
  if (adapter.receipts === null) return [];
  if (receipts === undefined) throw new Error(`${adapter.id} has receipts; its harness needs them too.`);
  return webhookClauses(adapter.receipts, receipts, config);
}
