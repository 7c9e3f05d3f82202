import { clvTools, lifetimes } from './reference.ts';
import type { Usage } from './run-measured.ts';
import type { Stage } from './stages.ts';

const names: Readonly<Record<Stage['name'], string>> = {
  read: 'read the file',
  prepare: 'sort into histories',
  'bg-nbd': 'fit BG/NBD',
  'pareto-nbd': 'fit Pareto/NBD',
  'gamma-gamma': 'fit Gamma-Gamma',
  score: 'P(alive), purchases, value of a year',
};

/** Processor seconds of each part, for so many transactions in memory. */
export function printStages(measured: {
  readonly rows: number;
  readonly customers: number;
  readonly stages: readonly Stage[];
  readonly peakMegabytes: number;
}): void {
  const { rows, customers, stages, peakMegabytes } = measured;
  say(`\n${count(rows)} transactions of ${count(customers)} customers, part by part (peak ${count(peakMegabytes)} MB)`);
  const millions = customers / 1e6;
  for (const { name, cpuSeconds } of stages) {
    const compared = [
      ratio('lifetimes', lifetimes.millionCustomers[name], millions, cpuSeconds),
      ratio('CLVTools', clvTools[name], millions, cpuSeconds),
    ];
    say(line(names[name], `${seconds(cpuSeconds)} s`, compared.filter((text) => text !== '').join(', ')));
  }
  const prepared = sum(stages.filter(({ name }) => name === 'read' || name === 'prepare'));
  const reference = (lifetimes.readAndPrepareMillionRows * rows) / 1e6 / prepared;
  say(line('read and sort together', `${seconds(prepared)} s`, `${reference.toFixed(0)} × lifetimes`));
}

/** The whole command, from the start of the process to its end. */
export function printPath(paths: readonly { readonly rows: number; readonly usage: Usage }[]): void {
  say('\nregulars clv, from file to value (BG/NBD, Gamma-Gamma, a year discounted), start of the process included');
  for (const { rows, usage } of paths) {
    const { cpuSeconds, wallSeconds, peakMegabytes } = usage;
    const reference = lifetimes.wholePath[rows];
    const compared =
      reference === undefined
        ? ''
        : `${(reference.cpuSeconds / cpuSeconds).toFixed(0)} × lifetimes, ${(reference.peakMegabytes / peakMegabytes).toFixed(1)} × less memory`;
    const figures = `${seconds(cpuSeconds)} s, ${seconds(wallSeconds)} s passed, ${count(peakMegabytes)} MB, ${((cpuSeconds / rows) * 1e6).toFixed(2)} µs a row`;
    say(line(`${count(rows)} rows`, figures, compared));
  }
  say(
    '  lifetimes and CLVTools: measured elsewhere, on a machine like the one our aims were set on; see clv/reference.ts.',
  );
}

/** What is small by itself. */
export function printSmall(measured: {
  readonly start: Usage;
  readonly draws: readonly {
    readonly model: string;
    readonly cpuSeconds: number;
    readonly effectiveSampleSize: number;
  }[];
  readonly updateMicroseconds: number;
  readonly kilobytes: number;
}): void {
  const { start, draws, updateMicroseconds, kilobytes } = measured;
  say('\nSmall steps, on 2,400 customers');
  say(
    line(
      'regulars clv, cold',
      `${seconds(start.wallSeconds)} s`,
      `aim 1 s, ${seconds(start.cpuSeconds)} s of the processor`,
    ),
  );
  for (const { model, cpuSeconds, effectiveSampleSize } of draws)
    say(
      line(
        `4,000 draws of parameters, ${model}`,
        `${seconds(cpuSeconds)} s`,
        `aim 0.5 s, worth ${count(effectiveSampleSize)} independent ones`,
      ),
    );
  say(line('one more order, and the new value', `${updateMicroseconds.toFixed(2)} µs`, 'aim 10 µs'));
  say(line('@regulars/core/clv, gzip', `${kilobytes.toFixed(1)} kB`, 'aim 30 kB'));
}

function ratio(name: string, perMillion: number | undefined, millions: number, cpuSeconds: number): string {
  return perMillion === undefined ? '' : `${((perMillion * millions) / cpuSeconds).toFixed(0)} × ${name}`;
}

function sum(stages: readonly Stage[]): number {
  return stages.reduce((total, { cpuSeconds }) => total + cpuSeconds, 0);
}

function line(name: string, figure: string, compared: string): string {
  return `  ${name.padEnd(40)} ${figure.padEnd(12)} ${compared}`.trimEnd();
}

function seconds(value: number): string {
  return value.toFixed(value < 0.1 ? 3 : 2);
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
