/** What the demo's process tells the instance that started it. */
export type DemoMessage =
  /** It can be visited, though it may still be filling itself. */
  | { readonly kind: 'listening' }
  /** A fresh one-time link, each time one is asked for. */
  | { readonly kind: 'entryLink'; readonly url: string }
  /** One that somebody else started runs already: this is the way in. */
  | { readonly kind: 'runsElsewhere'; readonly url: string };

/** What it is asked. */
export interface DemoRequest {
  readonly kind: 'entryLink';
  /** The instance from which somebody enters, for the way back. */
  readonly from: string;
}
