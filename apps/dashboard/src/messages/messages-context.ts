import { createContext, useContext } from 'react';

import type { Messages } from './en.ts';

const MessagesContext = createContext<Messages | null>(null);

export const MessagesProvider = MessagesContext.Provider;

/** Every word the dashboard says, in the viewer's language. */
export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (messages === null) throw new Error('Nothing is said outside of <Spoken>.');
  return messages;
}
