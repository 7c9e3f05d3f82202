import { writeSync } from 'node:fs';

/** Loaded before a program that is measured: at its end, what it took is told on the fourth file descriptor. */
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 }));
});
