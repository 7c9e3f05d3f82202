import type { SequenceDefinition } from '@regulars/core/sequences';
import type { EnrollmentGroup, MailGroup } from './count-repository.ts';
import { findArm, type Arm } from './find-arm.ts';
import { findExitStep, findLastStep } from './last-step.ts';

/** Customers who left early, and why. */
export interface ExitCount {
  readonly reason: string;
  readonly customers: number;
}

/** Where a branch led. Who has not gone on far enough to tell is in neither. */
export type BranchShares = Readonly<Record<Arm, number>>;

/** What happened at one step to those who began in the span. */
export interface StepProgress {
  readonly stepId: string;
  /** How many came by: the sum of those who wait, went on, finished, left and were set aside. */
  readonly reached: number;
  /** How many rest here now. */
  readonly waiting: number;
  /** How many rest here now who began before the span; these alone are in no other count. */
  readonly waitingFromBefore: number;
  /** How many came by and went further. */
  readonly wentOn: number;
  /** How many came to the end of the sequence with this step. */
  readonly finished: number;
  /** How many left while this was their last step. */
  readonly exits: readonly ExitCount[];
  /** How many were set aside here. */
  readonly failed: number;
  readonly branch: BranchShares | null;
  /** The mails this step planned for them, by state and reason. */
  readonly mails: readonly Omit<MailGroup, 'stepId'>[];
}

export interface VersionProgress {
  readonly version: number;
  readonly active: number;
  readonly enrolled: number;
}

export interface SequenceProgress {
  /** How many began in the span. */
  readonly enrolled: number;
  readonly completed: number;
  readonly active: number;
  readonly failed: number;
  readonly exits: readonly ExitCount[];
  readonly steps: readonly StepProgress[];
  /** Over all time, the newest first. */
  readonly versions: readonly VersionProgress[];
}

/**
 * Tells what a sequence did, step by step, from enrollments and mails that were counted in groups. Steps of all versions
 * are joined by their ids. Who left early did so at the last step they had come by, in the order their version writes them.
 *
 * @param definitions - every version, by its number
 */
export function tellProgress(
  groups: readonly EnrollmentGroup[],
  mails: readonly MailGroup[],
  definitions: ReadonlyMap<number, SequenceDefinition>,
): SequenceProgress {
  const recent = groups.filter(({ isRecent }) => isRecent);
  const stepsOf = (version: number) => definitions.get(version)?.steps ?? [];
  const newestFirst = [...definitions.keys()].sort((a, b) => b - a);
  const stepIds = [...new Set(newestFirst.flatMap((version) => stepsOf(version).map(({ id }) => id)))];
  const sum = (chosen: readonly EnrollmentGroup[]) => chosen.reduce((total, { customers }) => total + customers, 0);
  const withStatus = (status: EnrollmentGroup['status']) => sum(recent.filter((group) => group.status === status));

  const steps = stepIds.map((stepId): StepProgress => {
    const isExit = (group: EnrollmentGroup) => findExitStep(group, stepsOf(group.version)) === stepId;
    const came = recent.filter((group) => stepId in group.visits || isExit(group));
    const last = came.filter((group) => findLastStep(group, stepsOf(group.version)) === stepId);
    const lastWith = (status: EnrollmentGroup['status']) => last.filter((group) => group.status === status);
    const shares = recent.map((group) => ({ group, arm: findArm(group, stepId, stepsOf(group.version)) }));
    const isBranch = newestFirst.some((version) =>
      stepsOf(version).some(({ id, kind }) => id === stepId && kind === 'branch'),
    );
    return {
      stepId,
      reached: sum(came),
      waiting: sum(lastWith('active')),
      waitingFromBefore: sum(
        groups.filter(({ status, isRecent, stepId: rests }) => status === 'active' && !isRecent && rests === stepId),
      ),
      wentOn: sum(came) - sum(last),
      finished: sum(lastWith('completed')),
      exits: countExits(lastWith('exited')),
      failed: sum(lastWith('failed')),
      branch: isBranch
        ? {
            then: sum(shares.filter(({ arm }) => arm === 'then').map(({ group }) => group)),
            otherwise: sum(shares.filter(({ arm }) => arm === 'otherwise').map(({ group }) => group)),
          }
        : null,
      mails: mails
        .filter((mail) => mail.stepId === stepId)
        .map(({ state, reason, mails: count }) => ({ state, reason, mails: count })),
    };
  });

  return {
    enrolled: sum(recent),
    completed: withStatus('completed'),
    active: withStatus('active'),
    failed: withStatus('failed'),
    exits: countExits(recent.filter(({ status }) => status === 'exited')),
    steps,
    versions: newestFirst.map((version) => {
      const own = groups.filter((group) => group.version === version);
      return { version, active: sum(own.filter(({ status }) => status === 'active')), enrolled: sum(own) };
    }),
  };
}

function countExits(groups: readonly EnrollmentGroup[]): readonly ExitCount[] {
  const counts = new Map<string, number>();
  for (const { reason, customers } of groups) {
    counts.set(reason ?? 'unknown', (counts.get(reason ?? 'unknown') ?? 0) + customers);
  }
  return [...counts].map(([reason, customers]) => ({ reason, customers })).sort((a, b) => b.customers - a.customers);
}
