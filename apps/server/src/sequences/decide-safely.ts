import type { Logger } from 'pino';
import {
  decide,
  type DecisionContext,
  type EnrollmentDecision,
  type EnrollmentInput,
  type EnrollmentState,
} from '@regulars/core/sequences';

/** A decision, or why there is none: foreseen and harmless (`refused`), or a fault in this one enrollment (`failed`). */
export type SafeDecision =
  | { readonly kind: 'decided'; readonly decision: EnrollmentDecision }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly code: string };

/** Without its definition, or with a broken one, an enrollment is set aside: it must not hold up the other ones. */
export function decideSafely(
  state: EnrollmentState | null,
  input: EnrollmentInput,
  context: Omit<DecisionContext, 'definition'> & { readonly definition: DecisionContext['definition'] | null },
  log: Logger,
): SafeDecision {
  const { definition } = context;
  if (definition === null) return { kind: 'failed', code: 'enrollment.version_missing' };
  try {
    const decided = decide(state, input, { ...context, definition });
    if (decided.ok) return { kind: 'decided', decision: decided.value };
    const { code } = decided.failure;
    return { kind: code === 'enrollment.step_unknown' ? 'failed' : 'refused', code };
  } catch (error) {
    const enrollmentId = state?.enrollmentId ?? (input.kind === 'enroll' ? input.identity.enrollmentId : null);
    log.error(
      { enrollmentId, error: error instanceof Error ? error.name : 'unknown' },
      'An enrollment could not be decided and was set aside.',
    );
    return { kind: 'failed', code: 'enrollment.undecidable' };
  }
}
