import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';

import styles from './search-field.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called when typing pauses. */
  readonly onSearch: (value: string) => void;
}

const pauseMs = 250;

/** Narrows a list while one types. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onSearch(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  return (
    <div className={styles['search']} role="search">
      <Search size={17} className={styles['icon']} aria-hidden />
      <input
        type="search"
        className={styles['input']}
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </div>
  );
}
