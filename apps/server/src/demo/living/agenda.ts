import type { Instant } from '@regulars/core/shared';

/** Something a person is going to do. */
export interface Plan {
  readonly at: Instant;
  readonly act: () => Promise<void>;
}

/** What people are going to do, by time. */
export interface Agenda {
  add(plan: Plan): void;
  /** Takes out what is to be done by now, the earliest first. */
  takeDue(now: Instant): readonly Plan[];
}

export function createAgenda(): Agenda {
  let plans: Plan[] = [];
  return {
    add: (plan) => void plans.push(plan),
    takeDue: (now) => {
      const due = plans.filter(({ at }) => at <= now);
      if (due.length > 0) plans = plans.filter(({ at }) => at > now);
      return due.toSorted((a, b) => a.at - b.at);
    },
  };
}
