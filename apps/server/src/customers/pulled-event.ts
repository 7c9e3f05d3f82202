import type { PlatformEvent } from '@regulars/adapter-contracts';

/** The topic of a delivery that is no platform's: an event that was pulled, understood, and broke its handling here. */
export const pulledEventTopic = 'regulars/pulled-event';

/** As it is kept until it can be replayed. */
export function writePulledEvent(event: PlatformEvent): string {
  return JSON.stringify(event);
}

/** What was written by `writePulledEvent`: it comes back as it was, since events are plain data. */
export function readPulledEvent(body: Uint8Array): PlatformEvent {
  return JSON.parse(new TextDecoder().decode(body)) as PlatformEvent;
}
