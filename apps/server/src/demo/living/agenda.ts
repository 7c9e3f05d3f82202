import type { Instant } from '@regulars/core/shared';

/** Something a person is going to do. */
export interface Plan {
  readonly at: Instant;
  readonly act: () => Promise<void>;
}

/** What people are going to do, by time. */
export interface Agenda {
  add(plan: Plan): void;
  /** What is to be done after `since`, up to `until`, in order; what is older was done before a restart. */
  listDue(since: Instant, until: Instant): readonly Plan[];
  strike(plan: Plan): void;
}

export function createAgenda(): Agenda {
  const plans = new Set<Plan>();
  return {
    add: (plan) => void plans.add(plan),
    listDue: (since, until) => [...plans].filter(({ at }) => at > since && at <= until).toSorted((a, b) => a.at - b.at),
    strike: (plan) => void plans.delete(plan),
  };
}
