// Everything that must hold, in one command. All stages run, even when one fails.
import { phases } from './test/phases.ts';
import { runStage, type Outcome } from './test/run-stage.ts';

/** Two at a time: the machine this must be quick on has two cores. */
const width = 2;

const wanted = process.argv.slice(2);
const titles = phases.flat().map(({ title }) => title);
const unknown = wanted.filter((title) => !titles.includes(title));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. The stages are ${titles.join(', ')}; none named means all.`);
  process.exit(2);
}

const outcomes: Outcome[] = [];
for (const phase of phases) {
  const waiting = phase.filter(({ title }) => wanted.length === 0 || wanted.includes(title));
  const worker = async () => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift())
      outcomes.push(await runStage(stage));
  };
  await Promise.all(Array.from({ length: width }, worker));
}

const failures = outcomes.filter(({ failed }) => failed > 0);
for (const { title, output } of failures) console.log(`\n──── ${title} failed ────\n${output.trim()}`);
const total = (count: (outcome: Outcome) => number) => outcomes.reduce((sum, outcome) => sum + count(outcome), 0);
console.log(`\n${total(({ passed }) => passed)} passed, ${total(({ failed }) => failed)} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
