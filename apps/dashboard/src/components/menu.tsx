import { Ellipsis, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';

import { iconButtonClass } from './icon-button.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly isDisabled?: boolean;
  readonly onSelect: () => void;
}

/** What else can be done with a thing, behind one small button. */
export function Menu({ label, items }: { readonly label: string; readonly items: readonly MenuItem[] }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={iconButtonClass} aria-label={label} title={label}>
        <Ellipsis size={17} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles['menu']} align="end" sideOffset={4}>
          {items.map(({ label: name, icon: Icon, isDisabled = false, onSelect }) => (
            <DropdownMenu.Item key={name} className={styles['item']} disabled={isDisabled} onSelect={onSelect}>
              <Icon size={16} aria-hidden />
              {name}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
