import assert from 'node:assert/strict';
import type { MailConnection, MailReports } from '@regulars/adapter-contracts';
import { assertFails, assertTellsNone } from './adapter-error-assertions.ts';
import { clause, type Clause } from './clause.ts';
import { kitMessage, withMailConnection, type MailHarness, type MailUpstream } from './mail-harness.ts';

const now = kitMessage.sentAt;

/** What an adapter promises that reads what came back to a mailbox. */
export function mailReportClauses<Config>(harness: MailHarness<Config>): readonly Clause[] {
  return [
    clause(
      'reports.read',
      'A report that a recipient does not exist is read as a bounce of the message it is about.',
      () =>
        withMailConnection(harness, async (connection, upstream) => {
          putBounce(upstream);
          const { receipts } = await reportsOf(connection).read(null, now);
          assert.deepEqual(
            receipts.map(({ kind, messageId, isPermanent }) => [kind, messageId, isPermanent]),
            [['bounced', kitMessage.messageId, true]],
          );
        }),
    ),
    clause('reports.read_once', 'What was read is not read again from its cursor on; what came later is.', () =>
      withMailConnection(harness, async (connection, upstream) => {
        const reports = reportsOf(connection);
        putBounce(upstream);
        const first = await reports.read(null, now);
        assert.deepEqual((await reports.read(first.cursor, now)).receipts, []);
        putBounce(upstream);
        assert.equal((await reports.read(first.cursor, now)).receipts.length, 1);
      }),
    ),
    clause('reports.wrong_key', 'A mailbox that does not open is told as such, without telling the password.', () =>
      withMailConnection(
        harness,
        async (connection, upstream) => {
          const error = await assertFails(() => reportsOf(connection).read(null, now), { outcome: 'notDone' });
          assertTellsNone(error, upstream.secrets);
        },
        (upstream) => upstream.wrongConfig,
      ),
    ),
  ];
}

function putBounce<Config>({ putBounceOf }: MailUpstream<Config>): void {
  assert.ok(putBounceOf !== undefined, 'The harness of an adapter with reports puts them into its mailbox.');
  putBounceOf(kitMessage);
}

function reportsOf({ reports }: MailConnection): MailReports {
  assert.ok(reports !== undefined && reports !== null, 'The harness configures the mailbox of the reports.');
  return reports;
}
