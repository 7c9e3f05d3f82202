import type { MailAdapter, PlatformAdapter } from '@regulars/adapter-contracts';

/** A package with adapters of the agency's own, as it is installed here. */
export interface AdapterPackage {
  readonly name: string;
  /** As its package.json says. */
  readonly version: string;
  readonly platformAdapters: readonly PlatformAdapter[];
  readonly mailAdapters: readonly MailAdapter[];
}

/** Why packages named in the configuration cannot be used: one sentence each, for whoever runs the instance. */
export class AdapterPackagesError extends Error {
  override readonly name = 'AdapterPackagesError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The adapters named in REGULARS_ADAPTERS cannot be used:\n${problems.map((each) => `  ${each}`).join('\n')}`);
    this.problems = problems;
  }
}
