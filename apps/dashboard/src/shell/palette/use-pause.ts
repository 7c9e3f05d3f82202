import { useEffect, useState } from 'react';

const pauseMs = 200;

/** What is typed, without the blanks around it, once typing pauses: the server is not asked for every letter. */
export function usePause(typed: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
