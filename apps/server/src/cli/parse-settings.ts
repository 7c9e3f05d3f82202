import { CommandFailure } from './command-failure.ts';

/** An adapter's settings as they are typed into a shell. */
export function parseSettings(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below, as is a value that is no object.
  }
  throw new CommandFailure('--config is not JSON. Give an object such as {"host":"smtp.example.com","port":587}.');
}
