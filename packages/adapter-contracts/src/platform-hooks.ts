/** Whether the platform will deliver a topic to us. */
export interface HookState {
  /** The platform's name for it, e.g. `orders/updated`. */
  readonly topic: string;
  /** `disabled`: it is there and the platform does not use it any more, after too many failures. */
  readonly state: 'active' | 'missing' | 'disabled';
}

/** Where deliveries go, and the secret they are signed with on platforms that let us choose it. */
export interface HookTarget {
  readonly hookUrl: string;
  readonly secret: string;
}

/** A store's webhooks as the platform has them registered. */
export interface PlatformHooks {
  /** How it stands with each topic that is needed; changes nothing. */
  check(target: HookTarget): Promise<readonly HookState[]>;
  /**
   * Registers what is missing and wakes what was disabled; what is right is left alone, so it may be asked as often as one
   * likes.
   *
   * @returns the topics that were repaired.
   */
  repair(target: HookTarget): Promise<readonly string[]>;
}
