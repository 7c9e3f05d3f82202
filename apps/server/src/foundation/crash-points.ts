/**
 * Dies here, as `kill -9` would, when the process was started with REGULARS_CRASH_AT set to this point's name.
 * The kill tests put every named point to the proof; in a normal run it costs one comparison.
 */
export function crashPoint(name: string): void {
  if (name === armedPoint) process.kill(process.pid, 'SIGKILL');
}

let armedPoint: string | null = null;

/** Called once by the composition with what the configuration says. */
export function armCrashPoint(name: string | null): void {
  armedPoint = name;
}
