import { z } from 'zod';

/** What a customer may answer, with one click, to the question how it is going. */
export const checkInAnswerSchema = z.enum(['great', 'question', 'problem']);

export type CheckInAnswer = z.infer<typeof checkInAnswerSchema>;

/** Whether an answer waits for a person: whoever asks or complains is written to by somebody, not by a sequence. */
export function needsPerson(answer: CheckInAnswer): boolean {
  return answer !== 'great';
}
