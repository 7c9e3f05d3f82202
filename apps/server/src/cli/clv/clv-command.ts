import { Command, Option } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { parseDate, parseDays, parseShare } from './options/parse-values.ts';
import { refuseSharedFiles } from './options/refuse-shared-files.ts';
import { toClvOptions, type GivenOptions } from './options/to-clv-options.ts';
import { runClv } from './run-clv.ts';
import { WrongUse } from './wrong-use.ts';

const examples = `
Examples:
  regulars clv orders.csv
  regulars clv orders.csv --report report.html --out scores.csv
  regulars clv sales.txt --customer 1 --date 3 --amount 5 --time-unit week --calibration-end 1997-09-30 --json
  zcat orders.csv.gz | regulars clv - --model pareto-nbd --json

Columns are known by their names in English, German or Dutch, or by what you say: a name, or a number counted from 1.
Amounts below zero are refunds: they lower what was spent and are no purchases.
In --out an apostrophe stands before ids that begin with = + - or @, so that no spreadsheet runs them.
Exit code: 0 done, 1 not possible, 2 wrong use.`;

const models = ['auto', 'bg-nbd', 'mbg-nbd', 'pareto-nbd', 'mbg-cnbd-k', 'bg-bb'];

export function clvCommand(): Command {
  const command = new Command('clv');
  return command
    .description('Say what every customer in a file of transactions is worth, and whether they will be back')
    .argument('[transactions]', 'a CSV file, or - for standard input')
    .option('--customer <column>', 'whose transaction it is: a column’s name, or its number')
    .option('--date <column>', 'when it was')
    .option('--amount <column>', 'what was paid; below zero, what was given back')
    .option('--order <column>', 'which order it belongs to, where an order has several rows')
    .option('--currency <column>', 'the currency, of which there must be one only')
    .addOption(new Option('--date-order <order>', 'how to read 03/04/2026').choices(['day-first', 'month-first']))
    .addOption(new Option('--decimal-mark <mark>', 'what stands before the cents').choices(['point', 'comma']))
    .addOption(new Option('--time-unit <unit>', 'what times are counted in').choices(['day', 'week']).default('day'))
    .option('--observation-end <date>', 'the last day to look at (default: the last day in the file)', parseDate)
    .option('--calibration-end <date>', 'fit to what was until this day, and compare with what came after', parseDate)
    .addOption(new Option('--model <model>', 'how people buy and leave').choices(models).default('auto'))
    .option('--horizon-days <days>', 'how far ahead to look', parseDays, 365)
    .option('--discount-rate <share>', 'what money in a year is worth less than money now', parseShare, 0.1)
    .option('--json', 'print one JSON document')
    .option('--out <file>', 'write every customer’s figures as CSV')
    .option('--report <file>', 'write a report with charts: one HTML page that needs nothing else')
    .option('--intervals', 'give every customer’s intervals in --out, however many they are')
    .option('--no-intervals', 'give none (default: given up to 1,000 customers)')
    .option('--rejects <file>', 'keep the rows that cannot be used, with the reasons')
    .option('--max-rejected <share>', 'give up when a larger share of the rows cannot be used', parseShare, 0.05)
    .addHelpText('after', examples)
    .action(async (path: string | undefined, given: GivenOptions) => {
      if (path === undefined && process.stdin.isTTY)
        command.error('error: name a file of transactions, or pipe one in');
      const options = toClvOptions(path ?? '-', given);
      try {
        refuseSharedFiles(options);
        await runClv(options);
      } catch (error) {
        if (error instanceof WrongUse) command.error(`error: ${error.message}`);
        throw error instanceof CommandFailure ? error : new CommandFailure(describeUnforeseen(error));
      }
    });
}

/** A trace helps nobody who only has a file. */
function describeUnforeseen(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `This file brought the command to an end that was not foreseen: ${reason}`;
}
