import { useEffect, useId, useState, type KeyboardEvent, type MouseEvent } from 'react';

export interface ListKeys<Item> {
  readonly items: readonly Item[];
  readonly onChoose: (item: Item) => void;
  readonly onClose: () => void;
}

/**
 * A list below a text field: the keyboard stays in the field, the arrow keys move along the list, Enter chooses, Escape
 * closes. After the ARIA pattern of a combobox with a list.
 */
export function useListKeys<Item>({ items, onChoose, onClose }: ListKeys<Item>) {
  const id = useId();
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, items.length - 1);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  const optionId = (index: number) => `${id}-${index}`;
  const moves: Readonly<Record<string, () => number>> = {
    ArrowDown: () => (at + 1) % items.length,
    ArrowUp: () => (at <= 0 ? items.length - 1 : at - 1),
    PageDown: () => Math.min(items.length - 1, at + 8),
    PageUp: () => Math.max(0, at - 8),
  };
  return {
    /** Begins at the first again, when the list has changed. */
    reset: () => setWanted(0),
    onKeyDown: (event: KeyboardEvent) => {
      const move = moves[event.key];
      const item = items[at];
      if (move !== undefined && items.length > 0) {
        event.preventDefault();
        setWanted(move());
      } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
        event.preventDefault();
        if (item !== undefined) onChoose(item);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }
    },
    listId: `${id}-list`,
    /** For `aria-activedescendant` on the field. */
    activeId: items.length === 0 ? undefined : optionId(at),
    optionAttributes: (index: number) =>
      ({
        id: optionId(index),
        role: 'option',
        'aria-selected': index === at,
        onPointerMove: () => setWanted(index),
        // Before the field loses the keyboard, which would close the list.
        onMouseDown: (event: MouseEvent) => {
          event.preventDefault();
          const item = items[index];
          if (item !== undefined) onChoose(item);
        },
      }) as const,
  };
}
