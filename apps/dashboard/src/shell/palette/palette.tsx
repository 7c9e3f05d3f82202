import { Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';

import dialog from '../../components/dialog.module.css';
import { useListKeys } from '../../components/use-list-keys.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { findCommands, firstOfEach, gatherGroups } from './find-commands.ts';
import styles from './palette.module.css';
import { useCommands, type CommandSources, type PaletteCommand } from './use-commands.ts';
import { useCustomersElsewhere } from './use-customers-elsewhere.ts';
import { useFoundCustomers } from './use-found-customers.ts';
import { useFoundOrders } from './use-found-orders.ts';
import { useStoreContents } from './use-store-contents.ts';

export interface PaletteProps extends CommandSources {
  /** Whether one may look customers up. */
  readonly maySeeCustomers: boolean;
  /** Whether one may look orders up. */
  readonly maySeeOrders: boolean;
  readonly onClose: () => void;
}

/** Before something is typed; who looks for one of five hundred stores types a letter of it. */
const most = 40;
/** Of one kind, once something is typed. */
const mostOfEach = 8;

/** Goes anywhere: a page, a store, what is in the store, a customer, an order; and changes what is changed often. */
export function Palette({ maySeeCustomers, maySeeOrders, onClose, ...sources }: PaletteProps) {
  const { palette: t } = useMessages();
  const [typed, setTyped] = useState('');
  const customers = useFoundCustomers(maySeeCustomers ? sources.store : null, typed);
  const orders = useFoundOrders(maySeeCustomers && maySeeOrders ? sources.stores : [], typed);
  const elsewhere = useCustomersElsewhere(maySeeCustomers ? sources.stores : [], sources.store, typed);
  const contents = useStoreContents(sources.store, typed, sources.session.actions);
  const found = findCommands([...useCommands(sources), ...contents], typed);
  const offered = typed.trim() === '' ? found.slice(0, most) : firstOfEach(found, mostOfEach);
  const shown = gatherGroups([...offered, ...orders, ...customers, ...elsewhere]);
  const run = (command: PaletteCommand) => {
    onClose();
    command.run();
  };
  const list = useListKeys({ items: shown, onChoose: run, onClose });
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className={dialog['overlay']} />
        <Dialog.Content className={styles['palette']} aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{t.title}</Dialog.Title>
          <div className={styles['field']}>
            <Search size={18} aria-hidden />
            <input
              className={styles['input']}
              role="combobox"
              autoComplete="off"
              spellCheck={false}
              aria-label={t.title}
              aria-expanded
              aria-autocomplete="list"
              aria-controls={list.listId}
              aria-activedescendant={list.activeId}
              placeholder={t.placeholder}
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
                list.reset();
              }}
              onKeyDown={list.onKeyDown}
            />
          </div>
          <div className={styles['list']} id={list.listId} role="listbox" aria-label={t.results}>
            {shown.map((command, index) => {
              const isFirst = command.group !== shown[index - 1]?.group;
              const Icon = command.icon;
              return (
                <div key={command.id}>
                  {isFirst && (
                    <p className={styles['group']} aria-hidden>
                      {command.group}
                    </p>
                  )}
                  <div className={styles['option']} {...list.optionAttributes(index)}>
                    <Icon size={17} aria-hidden />
                    <span className={styles['label']}>{command.label}</span>
                    {command.note !== undefined && <span className={styles['note']}>{command.note}</span>}
                  </div>
                </div>
              );
            })}
          </div>
          {shown.length === 0 && (
            <p className={styles['nothing']} role="status">
              {t.nothing}
            </p>
          )}
          <p className={styles['hints']}>{t.hints}</p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
