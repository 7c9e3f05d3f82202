/** SQLSTATE classes that speak of the server or of other transactions, and never of the data at hand. */
const outageClasses: ReadonlySet<string> = new Set(['08', '25', '40', '53', '55', '57', '58', 'XX']);

/** What the driver says, without a code, when it has lost or never got its connection. */
const lostConnection =
  /^(Connection terminated|timeout exceeded|Client (was|has)|Cannot use a pool|Query read timeout)/;

/**
 * Whether an error says that the database is out of reach or busy, rather than that something is wrong with what was
 * written: then the whole batch is tried again and nothing is held against it.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return lostConnection.test(error.message);
  const isSystemError = code.startsWith('E') && !code.startsWith('ERR_');
  return isSystemError || outageClasses.has(code.slice(0, 2));
}
