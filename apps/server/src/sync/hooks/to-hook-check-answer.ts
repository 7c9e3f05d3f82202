import type { z } from 'zod';
import type { hookCheckAnswer } from './hook-check-answer.ts';
import type { HookCheck } from './hook-check-repository.ts';

export function toHookCheckAnswer({ topics, repairedTopics, ...check }: HookCheck): z.output<typeof hookCheckAnswer> {
  return { ...check, topics: [...topics], repairedTopics: [...repairedTopics] };
}
