import { Link } from '@tanstack/react-router';
import { CircleAlert, Clock, Eye } from 'lucide-react';

import type { Need } from '../../api/reports.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { describeNeed } from './describe-need.ts';
import styles from './need.module.css';

const icons = { now: CircleAlert, today: Clock, soon: Eye } as const;
const places = {
  connections: { to: '/stores/$slug/connections' },
  mailbox: { to: '/stores/$slug/mailbox' },
  cases: { to: '/stores/$slug', hash: 'waiting' },
  customers: { to: '/stores/$slug/customers', hash: 'requests' },
  orders: { to: '/stores/$slug', hash: 'counts' },
  referrals: { to: '/stores/$slug/referrals' },
  sequences: { to: '/stores/$slug/sequences' },
} as const;

/** What needs somebody, in a sentence that leads to where it is seen to. */
export function NeedLink({ need, slug }: { readonly need: Need; readonly slug: string }) {
  const t = useMessages();
  const formats = useFormats();
  const Icon = icons[need.urgency];
  return (
    <Link {...places[need.place]} params={{ slug }} className={`${styles['need']} ${styles[need.urgency]}`}>
      <Icon size={15} className={styles['icon']} aria-hidden />
      <span>
        <span className="visually-hidden">{t.needs.urgency[need.urgency]}: </span>
        {describeNeed(need, { t: t.needs, formats })}
      </span>
    </Link>
  );
}
