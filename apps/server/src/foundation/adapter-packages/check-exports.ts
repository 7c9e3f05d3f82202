import { contractVersion, type MailAdapter, type PlatformAdapter } from '@regulars/adapter-contracts';
import { fail, ok, type Result } from '@regulars/core/shared';
import { z } from 'zod';
import type { AdapterPackage } from './adapter-package.ts';

/** What is looked at before an adapter is believed to be one; the rest is for its types and the conformance kit. */
const common = {
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  displayName: z.string().min(1),
  capabilities: z.looseObject({}),
  // Forms are made from it, which takes a schema of zod 4.
  configSchema: z.looseObject({ _zod: z.looseObject({}), safeParse: z.function() }),
  connect: z.function(),
};
const platformShape = z.looseObject({ ...common, verifyWebhook: z.function(), parseWebhook: z.function() });
const mailShape = z.looseObject({ ...common, receipts: z.looseObject({}).nullable() });
const versioned = z.looseObject({ contractVersion: z.int() });

type Named = Pick<AdapterPackage, 'name' | 'version'>;

/** An agency's package exports `platformAdapters` and/or `mailAdapters`, arrays of adapter values. */
export function checkExports(
  named: Named,
  exported: Readonly<Record<string, unknown>>,
): Result<AdapterPackage, readonly string[]> {
  const { platformAdapters, mailAdapters } = exported;
  if (platformAdapters === undefined && mailAdapters === undefined)
    return fail([`${named.name} exports neither platformAdapters nor mailAdapters.`]);
  const problems = [
    ...findProblems(named, 'platformAdapters', platformAdapters, platformShape),
    ...findProblems(named, 'mailAdapters', mailAdapters, mailShape),
  ];
  if (problems.length > 0) return fail(problems);
  return ok({
    ...named,
    platformAdapters: (platformAdapters ?? []) as readonly PlatformAdapter[],
    mailAdapters: (mailAdapters ?? []) as readonly MailAdapter[],
  });
}

function findProblems(named: Named, list: string, exported: unknown, shape: z.ZodType): readonly string[] {
  if (exported === undefined) return [];
  if (!Array.isArray(exported)) return [`${list} of ${named.name} is no array of adapters.`];
  return exported.flatMap((adapter: unknown, index) => {
    const where = `${list}[${index}] of ${named.name} ${named.version}`;
    const read = versioned.safeParse(adapter);
    const maker = list === 'mailAdapters' ? 'defineMailAdapter' : 'definePlatformAdapter';
    if (!read.success) return [`${where} bears no version of the contract: make it with ${maker}.`];
    const version = read.data.contractVersion;
    if (version !== contractVersion) return [`${where} ${tellVersions(version)}`];
    const faulty = shape.safeParse(adapter).error?.issues.map((issue) => String(issue.path[0])) ?? [];
    return faulty.length === 0
      ? []
      : [`${where} is no adapter: ${[...new Set(faulty)].join(', ')} is not as ${maker} asks.`];
  });
}

/** The older side is the one to be brought up to date. */
function tellVersions(version: number): string {
  const remedy = version < contractVersion ? 'Install a newer release of it.' : 'Update Regulars.';
  return `keeps version ${version} of the adapter contract, and this is version ${contractVersion}. ${remedy}`;
}
