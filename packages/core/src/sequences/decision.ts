import type { Instant } from '../shared/instant.ts';
import type { SequenceDefinition } from './definition.ts';
import type { EnrollmentEvent, EnrollmentState, MailEffect } from './enrollment.ts';

/** Everything a decision depends on besides the enrollment itself. */
export interface DecisionContext {
  /** The version the enrollment is pinned to. */
  readonly definition: SequenceDefinition;
  readonly now: Instant;
  /** The store's IANA zone. */
  readonly timeZone: string;
  /** The segments the customer is in now. */
  readonly segmentKeys: ReadonlySet<string>;
  /** Paused, a sequence takes nobody in and nobody further; it still lets people out. */
  readonly sequenceStatus: 'live' | 'paused';
  /** While somebody owes the customer an answer, nobody moves on; what begins, begins, and what ends, ends. */
  readonly hasOpenCase: boolean;
}

export interface EnrollmentDecision {
  readonly state: EnrollmentState;
  readonly events: readonly EnrollmentEvent[];
  readonly effects: readonly MailEffect[];
  /** Mails planned earlier that must not go any more. */
  readonly cancelledMailKeys: readonly string[];
}
