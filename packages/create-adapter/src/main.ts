#!/usr/bin/env node
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  folder: process.cwd(),
  isTerminal: process.stdin.isTTY && process.stdout.isTTY,
  print: (line) => process.stdout.write(`${line}\n`),
});
