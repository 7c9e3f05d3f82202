import { AdapterError, type HookState, type HookTarget, type PlatformHooks } from '@regulars/adapter-contracts';
import { findUnreachable } from './find-unreachable.ts';

/** How a connection's webhooks stand after a look, and what was done about them. */
export interface HookFinding {
  /** None when the platform could not be asked. */
  readonly topics: readonly HookState[];
  readonly repairedTopics: readonly string[];
  /** Why they could not be checked or repaired, in words that may be shown. */
  readonly failure: { readonly code: string; readonly message: string } | null;
}

export interface LookOptions {
  /** The shop may be in a network with us. */
  readonly allowPrivateNetwork: boolean;
}

/** Asks the platform how its webhooks to us stand, has those repaired that do not deliver, and asks again. */
export async function lookAtHooks(
  hooks: PlatformHooks,
  target: HookTarget,
  { allowPrivateNetwork }: LookOptions,
): Promise<HookFinding> {
  let topics: readonly HookState[] = [];
  try {
    topics = await hooks.check(target);
    if (areAllActive(topics)) return { topics, repairedTopics: [], failure: null };
    const unreachable = allowPrivateNetwork ? null : findUnreachable(target.hookUrl);
    if (unreachable !== null)
      return { topics, repairedTopics: [], failure: { code: 'addressUnreachable', message: unreachable } };
    const repairedTopics = await hooks.repair(target);
    return { topics: await hooks.check(target), repairedTopics, failure: null };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return { topics, repairedTopics: [], failure: { code: error.kind, message: error.message } };
  }
}

/** Whether everything that is needed is delivered; not where nothing is known. */
export function areAllActive(topics: readonly HookState[]): boolean {
  return topics.length > 0 && topics.every(({ state }) => state === 'active');
}
