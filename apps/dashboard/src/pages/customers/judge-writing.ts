import type { Customer } from '../../api/customers.ts';
import type { Suppression } from '../../api/suppressions.ts';

/** What decides whether somebody may be written to, in the order the send gate asks. */
export type WritingRule = 'noAddress' | 'never' | 'suppressedMarketing' | 'saidYes' | 'saidNo' | 'bought' | 'notAgreed';

const impliedForMs = 730 * 86_400_000;

/**
 * Says by which rule a customer may be written to, as the send gate's default policy would: what forbids always wins;
 * then what they said; then whether they bought within two years.
 */
export function judgeWriting(
  { email, erasedAt, consent, values }: Pick<Customer, 'email' | 'erasedAt' | 'consent' | 'values'>,
  suppressions: readonly Pick<Suppression, 'scope'>[],
  nowMs: number,
): { readonly rule: WritingRule; readonly lastPurchaseAt: string | null } {
  const lastPurchaseAt =
    values
      .flatMap((value) => value.lastPurchaseAt ?? [])
      .toSorted()
      .at(-1) ?? null;
  const judge = (): WritingRule => {
    if (email === null || erasedAt !== null) return 'noAddress';
    if (suppressions.some(({ scope }) => scope === 'all')) return 'never';
    if (suppressions.length > 0) return 'suppressedMarketing';
    if (consent.state === 'subscribed') return 'saidYes';
    if (consent.state === 'unsubscribed') return 'saidNo';
    const isRecent = lastPurchaseAt !== null && Date.parse(lastPurchaseAt) + impliedForMs > nowMs;
    return consent.state !== 'pending' && isRecent ? 'bought' : 'notAgreed';
  };
  return { rule: judge(), lastPurchaseAt };
}
