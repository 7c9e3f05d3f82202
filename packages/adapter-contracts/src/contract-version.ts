/**
 * The version of the contract between adapters and their host. It is raised when an adapter written before would break, or
 * be misunderstood; what is added as optional leaves it. `definePlatformAdapter` and `defineMailAdapter` write it into the
 * adapter, so an adapter bears that of the contracts it is installed with, and the host can tell.
 *
 * @example
 * ```ts
 * myShop.contractVersion === contractVersion; // made for the contract that is installed here
 * ```
 */
export const contractVersion = 1;
