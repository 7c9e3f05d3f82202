import type { Delivery } from '../../../api/deliveries.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { useFormats } from '../../../formats/formats-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import styles from './poison.module.css';

export interface PoisonTableProps {
  readonly caption: string;
  readonly rows: readonly Delivery[];
  /** Null: who looks may not see what is in them. */
  readonly onOpen: ((delivery: Delivery) => void) | null;
  /** What can be done with one at once. */
  readonly action: Pick<Column<Delivery>, 'header' | 'cell'>;
}

/** Deliveries that could not be used, each with its reason and a way in. */
export function PoisonTable({ caption, rows, onOpen, action }: PoisonTableProps) {
  const { connections: t } = useMessages();
  const formats = useFormats();
  const columns: Column<Delivery>[] = [
    { header: t.topic, shown: 'wide', cell: ({ topic }) => topic },
    {
      header: t.reason,
      cell: (delivery) => {
        const { message, reason, path, topic } = delivery;
        const words = message ?? reason ?? topic;
        return (
          <div className={styles['message']}>
            {onOpen === null ? (
              <span>{words}</span>
            ) : (
              <button type="button" data-row className={styles['open']} onClick={() => onOpen(delivery)}>
                {words}
              </button>
            )}
            <span className={styles['code']}>
              {[reason, path === null || path === '' ? null : t.atPath(path)].filter(Boolean).join(' ')}
            </span>
          </div>
        );
      },
    },
    {
      header: t.received,
      shown: 'wide',
      cell: ({ receivedAt }) => <span className={styles['when']}>{formats.dateTime(receivedAt)}</span>,
    },
    {
      header: action.header,
      align: 'end',
      cell: (delivery) => <div className={styles['action']}>{action.cell(delivery)}</div>,
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} keyOf={({ id }) => id} density="dense" />;
}
