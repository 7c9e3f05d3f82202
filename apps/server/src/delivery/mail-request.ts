import { z } from 'zod';
import type { MailRequest } from '@regulars/core/messaging';
import type { CartId, EnrollmentId, OrderId, SequenceId } from '@regulars/core/shared';

const id = <Name extends string>() => z.uuid().transform((text) => text as Name);

const schema = z.looseObject({
  templateKey: z.string().min(1),
  purpose: z.enum(['marketing', 'transactional']),
  orderId: id<OrderId>().nullable().default(null),
  cartId: id<CartId>().exactOptional(),
  enrollment: z
    .object({
      enrollmentId: id<EnrollmentId>(),
      sequenceId: id<SequenceId>(),
      sequenceKey: z.string(),
      stepId: z.string(),
      visit: z.number().int(),
    })
    .nullable()
    .default(null),
});

/** Reads an effect's payload; whatever else a room put into it stays for its own `MailFacts`. Null when it is none. */
export function parseMailRequest(payload: unknown): MailRequest | null {
  const parsed = schema.safeParse(payload);
  return parsed.success ? parsed.data : null;
}

/** What every event about a message tells of it. */
export interface MessageAbout {
  readonly messageId: string;
  readonly templateKey: string;
  readonly purpose: string;
  readonly sequenceKey: string | null;
  readonly enrollmentId: EnrollmentId | null;
  readonly stepId: string | null;
}

export function toAbout(effectId: string, request: MailRequest | null): MessageAbout {
  return {
    messageId: effectId,
    templateKey: request?.templateKey ?? '',
    purpose: request?.purpose ?? '',
    sequenceKey: request?.enrollment?.sequenceKey ?? null,
    enrollmentId: request?.enrollment?.enrollmentId ?? null,
    stepId: request?.enrollment?.stepId ?? null,
  };
}
