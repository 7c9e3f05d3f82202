import { Check, LoaderCircle, Mail, Tags, User, Waypoints, Webhook } from 'lucide-react';

import spin from '../../components/spin.module.css';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './start.module.css';

const rooms = [
  { key: 'received', icon: Webhook },
  { key: 'customer', icon: User },
  { key: 'segment', icon: Tags },
  { key: 'sequence', icon: Waypoints },
  { key: 'mail', icon: Mail },
] as const;

type RoomKey = (typeof rooms)[number]['key'];

export interface RoomListProps {
  /** What each room has to say once the order was there; missing while it was not. */
  readonly said: Readonly<Partial<Record<RoomKey, string>>>;
  readonly isWalking: boolean;
}

/** The rooms an order walks through, each ticked off as it comes by. */
export function RoomList({ said, isWalking }: RoomListProps) {
  const t = useMessages();
  const next = rooms.find(({ key }) => said[key] === undefined)?.key;
  return (
    <ol className={styles['rooms']} aria-live="polite">
      {rooms.map(({ key, icon: Icon }) => {
        const isDone = said[key] !== undefined;
        const isWorking = isWalking && key === next;
        return (
          <li
            key={key}
            className={`${styles['room']} ${isDone ? styles['isDone'] : ''} ${isWorking ? styles['isWorking'] : ''}`}
          >
            <span className={styles['mark']}>
              {isDone ? (
                <Check size={18} aria-hidden />
              ) : isWorking ? (
                <LoaderCircle size={18} className={spin['spin']} aria-hidden />
              ) : (
                <Icon size={17} aria-hidden />
              )}
            </span>
            <div>
              <p className={styles['roomName']}>{t.start.rooms[key].name}</p>
              <p className={styles['roomText']}>{said[key] ?? t.start.rooms[key].waiting}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
