/** What the name of a Unix socket may take in bytes, without its final zero, by the strictest system there is: macOS. */
const longestName = 103;
const longestFile = '/.s.PGSQL.65535';

/**
 * Whether PostgreSQL's Unix socket can stand in this folder. On Windows it is not tried, a path may be too long for a
 * socket, and a comma would end it in PostgreSQL's list of folders.
 *
 * @see https://www.postgresql.org/docs/current/runtime-config-connection.html (`unix_socket_directories`)
 */
export function canHoldSocket(folder: string): boolean {
  const isShort = Buffer.byteLength(folder + longestFile) <= longestName;
  return process.platform !== 'win32' && isShort && !folder.includes(',');
}
