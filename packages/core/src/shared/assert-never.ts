/** Makes the compiler prove that a switch handles every case; throws when data from outside breaks the promise. */
export function assertNever(value: never): never {
  throw new TypeError(`Unhandled case: ${JSON.stringify(value)}`);
}
