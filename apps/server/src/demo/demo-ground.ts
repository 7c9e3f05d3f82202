import type { Foundation } from '../compose-foundation.ts';
import type { Rooms } from '../compose-rooms.ts';
import type { ShiftedClock } from '../foundation/database/clock.ts';

/** What the demo is built on: the same ground and rooms as a real instance, and the clock that only it may move. */
export interface DemoGround extends Foundation {
  readonly rooms: Rooms;
  readonly clock: ShiftedClock;
}
