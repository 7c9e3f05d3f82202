import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';

import { useMessages } from '../messages/messages-context.ts';
import styles from './combobox.module.css';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';
import { useListKeys } from './use-list-keys.ts';

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

export interface ComboboxProps extends FieldFrameProps {
  /** The value chosen; empty: none yet. */
  readonly value: string;
  readonly options: readonly ComboboxOption[];
  readonly onChange: (value: string) => void;
  /** Given: what is typed is looked up elsewhere, and `options` are the answer; otherwise they are narrowed here. */
  readonly onSearch?: (typed: string) => void;
  readonly placeholder?: string;
  readonly isRequired?: boolean;
}

/** A choice among many, narrowed by typing. */
export function Combobox({ label, hint, error, value, options, onChange, onSearch, ...rest }: ComboboxProps) {
  const t = useMessages();
  const [typed, setTyped] = useState<string | null>(null);
  const isOpen = typed !== null;
  const chosen = options.find((option) => option.value === value);
  const wanted = (typed ?? '').toLocaleLowerCase();
  const shown =
    onSearch === undefined ? options.filter((option) => option.label.toLocaleLowerCase().includes(wanted)) : options;
  const choose = (option: ComboboxOption) => {
    setTyped(null);
    onChange(option.value);
  };
  const list = useListKeys({ items: shown, onChoose: choose, onClose: () => setTyped(null) });
  const open = () => {
    if (isOpen) return;
    setTyped('');
    onSearch?.('');
  };
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {({ className, ...control }) => (
        <div className={styles['combobox']}>
          <input
            {...control}
            className={`${className ?? ''} ${styles['input']}`}
            role="combobox"
            autoComplete="off"
            aria-expanded={isOpen}
            aria-autocomplete="list"
            aria-controls={list.listId}
            aria-activedescendant={isOpen ? list.activeId : undefined}
            required={rest.isRequired}
            placeholder={rest.placeholder}
            value={typed ?? chosen?.label ?? ''}
            onChange={({ target }) => {
              setTyped(target.value);
              list.reset();
              onSearch?.(target.value);
            }}
            onClick={open}
            onBlur={() => setTyped(null)}
            onKeyDown={(event) => {
              if (isOpen) list.onKeyDown(event);
              else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault();
                open();
              }
            }}
          />
          <ChevronsUpDown size={15} className={styles['chevron']} aria-hidden />
          {isOpen && (
            <div className={styles['list']} id={list.listId} role="listbox" aria-label={label}>
              {shown.map((option, index) => (
                <div
                  key={option.value}
                  className={styles['option']}
                  {...list.optionAttributes(index)}
                  data-chosen={option.value === value}
                >
                  {option.label}
                  {option.note !== undefined && <span className={styles['note']}>{option.note}</span>}
                </div>
              ))}
              {shown.length === 0 && <div className={styles['nothing']}>{t.common.nothingFits}</div>}
            </div>
          )}
        </div>
      )}
    </FieldFrame>
  );
}
