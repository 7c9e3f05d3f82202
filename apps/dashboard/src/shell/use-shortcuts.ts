import { useEffect, useRef } from 'react';

export interface Shortcuts {
  /** ⌘K or Ctrl+K, from anywhere. */
  readonly onFind: () => void;
  /** `?` */
  readonly onHelp: () => void;
  /** G, then a letter. */
  readonly onGo: (letter: string) => void;
}

/** A letter belongs to the G before it for this long. */
const pairMs = 1_200;

/** Listens to the keyboard of the whole page; single letters only while nothing is being written and no dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    let pressedAtMs: number | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        current.current.onFind();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isTaken(event.target)) return;
      const isSecond = pressedAtMs !== null && event.timeStamp - pressedAtMs < pairMs;
      pressedAtMs = event.key === 'g' && !isSecond ? event.timeStamp : null;
      if (isSecond) current.current.onGo(event.key);
      else if (event.key === '?') current.current.onHelp();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"]') !== null
  );
}
