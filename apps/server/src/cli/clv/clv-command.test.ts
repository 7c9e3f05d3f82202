import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitLifetimeModel } from '@regulars/core/clv';
import { createHistoryCollector } from '@regulars/core/clv/histories';
import { drawBeta, drawExponential, drawGamma } from '@regulars/core/numeric';
import { createRandom } from '@regulars/core/shared';
import { toIsoDate } from './cells/calendar.ts';
import { createFormats } from './report/formats.ts';

const program = path.join(import.meta.dirname, '..', 'main.ts');
const startDay = 19_700;
const observedDays = 400;

interface Transaction {
  readonly customer: number;
  readonly day: number;
  readonly amount: number;
}

/** A shop whose customers buy and leave as BG/NBD says. */
function simulate(customers: number): readonly Transaction[] {
  const random = createRandom('cli.clv');
  return Array.from({ length: customers }, (_, customer) => {
    const [rate, leaving, spend] = [drawGamma(random, 0.9, 40), drawBeta(random, 1, 3), drawGamma(random, 4, 60)];
    const days = [Math.floor(random.next() * 200)];
    for (let at = days[0]! + drawExponential(random) / rate; at < observedDays; at += drawExponential(random) / rate) {
      days.push(Math.floor(at));
      if (random.next() < leaving) break;
    }
    return days.map((day) => ({
      customer,
      day: startDay + day,
      amount: Number(drawGamma(random, 6, spend).toFixed(2)),
    }));
  }).flat();
}

const transactions = simulate(600);
const idOf = (customer: number) =>
  customer === 0 ? 'a"<script>,@x.nl' : customer === 1 ? '=1+1@x.nl' : `c${customer}@x.nl`;
const csv = `email,order_date,total\n${transactions
  .map(({ customer, day, amount }) => `"${idOf(customer).replaceAll('"', '""')}",${toIsoDate(day)},${amount}`)
  .join('\n')}\n`;

let folder: string;
let orders: string;
const inFolder = (name: string) => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'regulars-clv-'));
  orders = inFolder('orders.csv');
  writeFileSync(orders, csv);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], stdin = ''): Promise<Run> {
  const child = spawn(process.execPath, ['--conditions=source', program, 'clv', ...args]);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (said.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (said.stderr += String(chunk)));
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })));
}

// Each starts a process or two, which on a busy machine takes its time.
describe('regulars clv', { timeout: 60_000 }, () => {
  it('prints one document of the agreed shape, with the likelihood that the library has', async () => {
    const { code, stdout, stderr } = await run([orders, '--json', '--model', 'bg-nbd', '--time-unit', 'week']);
    expect([code, stderr]).toEqual([0, '']);
    const document = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(document)).toEqual([
      'model',
      'timeUnit',
      'customers',
      'transactions',
      'parameters',
      'standardErrors',
      'logLikelihood',
      'converged',
      'diagnostics',
      'spend',
      'totals',
    ]);
    expect(Object.keys(document['parameters'] as object)).toEqual(['r', 'alpha', 'a', 'b']);
    expect(document).toMatchObject({ model: 'bg-nbd', timeUnit: 'week', customers: 600, converged: true });

    const collector = createHistoryCollector({ timeUnit: 'week' });
    for (const { customer, day, amount } of transactions) collector.add(customer, day, amount);
    const store = collector.finish();
    if (!store.ok) throw new Error(store.failure.message);
    const { transactions: fit, spend } = fitLifetimeModel(store.value, { model: 'bg-nbd' });
    expect(document['transactions']).toBe(store.value.purchases);
    expect(document['logLikelihood']).toBe(fit.logLikelihood);
    expect(Object.values(document['parameters'] as object)).toEqual(fit.parameters);
    expect(document['spend']).toMatchObject({ p: spend.p, q: spend.q, gamma: spend.gamma });
  });

  it('holds out what comes after the calibration, and writes scores and a report from standard input', async () => {
    const [out, report] = [inFolder('scores.csv'), inFolder('report.html')];
    const calibrationEnd = toIsoDate(startDay + 250);
    const { code, stdout } = await run(
      ['-', '--json', '--calibration-end', calibrationEnd, '--out', out, '--report', report],
      csv,
    );
    expect(code).toBe(0);
    const { customers, holdout } = JSON.parse(stdout) as { customers: number; holdout: Record<string, unknown> };
    expect(customers).toBe(600);
    expect(holdout).toMatchObject({ days: Math.max(...transactions.map(({ day }) => day)) - startDay - 250 });
    for (const metric of ['mae', 'rmse', 'bias', 'correlation', 'normalizedGini', 'spearman', 'medianMae'])
      expect(holdout[metric], metric).toBeTypeOf('number');
    expect(holdout['tracking']).toEqual({
      weeks: Math.floor((holdout['days'] as number) / 7),
      cumulativeMape: expect.any(Number),
      weeklyMape: expect.any(Number),
    });
    expect(Object.keys(holdout['coverage'] as object)).toEqual(['p50', 'p80', 'p95']);
    expect(Object.keys(holdout['heuristics'] as object)).toEqual(['pastRate', 'pastScaled', 'hiatus']);

    const scores = readFileSync(out, 'utf8').trimEnd().split('\n');
    expect(scores).toHaveLength(601);
    expect(scores[1]).toMatch(/^"a""<script>,@x\.nl",/);
    expect(scores[2]).toMatch(/^'=1\+1@x\.nl,/);
    const page = readFileSync(report, 'utf8');
    for (const title of ['Purchases each week', 'By tenth of customers', 'Are they still customers?', 'Who comes back'])
      expect(page).toContain(title);
    const { cumulativeMape, weeklyMape } = holdout['tracking'] as Record<string, number>;
    const { share } = createFormats(null);
    expect(page).toContain(
      `off by ${share(cumulativeMape!)} on average, a single week by ${share(weeklyMape!)} (MAPE)`,
    );
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/NaN|undefined|Infinity|https?:/);
  });

  it('says in words what is wrong with a file, without a trace, and exits with 1', async () => {
    const bad = inFolder('bad.csv');
    writeFileSync(bad, 'customer,date,amount\na,2026-01-01,1\nb,soon,2\nc,2026-01-02,3\n');
    const rejects = inFolder('rejects.csv');
    const refused = await run([bad, '--rejects', rejects]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toBe(
      '1 of 3 rows cannot be used:\n  line 3: The date cannot be read, or there is no such day.  b,soon,2\n' +
        'That is more than --max-rejected allows, so the columns may have been mistaken: customer is "customer", date is "date", amount is "amount".\n',
    );
    expect(readFileSync(rejects, 'utf8')).toBe(
      'customer,date,amount,rejected_line,rejected_reason\nb,soon,2,3,The date cannot be read, or there is no such day.\n',
    );
    const missing = await run([inFolder('missing.csv')]);
    expect(missing).toMatchObject({
      code: 1,
      stderr: `There is no file ${inFolder('missing.csv')} that can be read.\n`,
    });
  });

  it('exits with 2 when it is used wrongly', async () => {
    const { code, stderr } = await run([orders, '--calibration-end', '03/04/2026']);
    expect(code).toBe(2);
    expect(stderr).toContain('Give a day such as 2026-11-22.');
    const tooFar = await run([orders, '--horizon-days', '36526']);
    expect(tooFar.code).toBe(2);
    const noColumn = await run([orders, '--customer', 'nope']);
    expect(noColumn.code).toBe(2);
    expect(noColumn.stderr).toContain('error: --customer nope: there is no such column.');
    expect(tooFar.stderr).toContain('Give a whole number of days from 1 to 36525.');
  });

  it('writes nothing over the file it reads', async () => {
    const { code, stderr } = await run([orders, '--rejects', orders]);
    expect(code).toBe(2);
    expect(stderr).toContain(`error: --rejects ${orders} is the file of transactions: it would be overwritten.`);
    expect(readFileSync(orders, 'utf8')).toBe(csv);
  });

  it('says in a sentence what nobody foresaw', async () => {
    const lasting = 'customer,date,amount\na,1970-01-01,10\na,2099-01-01,10\nb,1970-01-02,10\n';
    const { code, stderr } = await run(['-', '--calibration-end', '1970-01-03'], lasting);
    expect(code).toBe(1);
    expect(stderr).toContain('an end that was not foreseen: horizonDays is above 0 and at most 36525.');
    expect(stderr).not.toContain('    at ');
  });

  it('warns of a last day far after the others, and goes on', async () => {
    const mistyped = `${csv}late@x.nl,2099-01-01,5\n`;
    const { code, stdout, stderr } = await run(['-', '--json', '--model', 'bg-nbd'], mistyped);
    expect(code).toBe(0);
    expect(stderr).toContain(`The last day, 2099-01-01 (line ${transactions.length + 2}), comes`);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { messages: string[] } };
    expect(diagnostics.messages).toContain(stderr.trim());
  });

  it('answers for a shop of one customer who bought once', async () => {
    const { code, stdout } = await run(['-', '--json'], 'customer,date,amount\na,2026-01-01,10\n');
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/NaN/);
    expect(JSON.parse(stdout)).toMatchObject({ customers: 1, transactions: 1, totals: { pastSpend: 10 } });
  });
});
