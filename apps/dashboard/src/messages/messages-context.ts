import { createContext, useContext } from 'react';

import { en, type Messages } from './en.ts';

const MessagesContext = createContext<Messages>(en);

export const MessagesProvider = MessagesContext.Provider;

/** Every word the dashboard says, in the viewer's language. */
export function useMessages(): Messages {
  return useContext(MessagesContext);
}
