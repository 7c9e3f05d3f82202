import { createContext, useContext } from 'react';

export interface ToastText {
  /** What has happened, in a short sentence. */
  readonly text: string;
  /** Given: the message offers to take it back. */
  readonly undo?: () => void;
}

export const ToastContext = createContext<(toast: ToastText) => void>(() => {});

/**
 * Says at the foot of the page what has just happened, and goes away by itself. Never for what went wrong: that stays
 * where it went wrong, as a `Notice`.
 *
 * @example
 * const toast = useToast();
 * toast({ text: t.cases.closed, undo: () => reopen.mutate(id) });
 */
export function useToast(): (toast: ToastText) => void {
  return useContext(ToastContext);
}
