import { createContext } from 'react';

/** How far the instance's clock is ahead of this machine's, in milliseconds: nothing but in a demo, whose clock can be moved. */
export const ClockContext = createContext(0);
