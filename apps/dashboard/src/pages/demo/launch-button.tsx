import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Store } from 'lucide-react';

import { demoLaunchQuery } from '../../api/demo-launch.ts';
import { buttonClass } from '../../components/button.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './demo.module.css';

/** The way into a demo, where one can be opened; nothing elsewhere. */
export function LaunchButton() {
  const { demo } = useMessages();
  const { data } = useQuery(demoLaunchQuery);
  if (data?.isOffered !== true) return null;
  return (
    <div className={styles['launch']}>
      <Link to="/demo" className={buttonClass('secondary', 'large')}>
        <Store size={17} aria-hidden />
        {demo.launch.button}
      </Link>
      <p className={styles['note']}>{demo.launch.text}</p>
    </div>
  );
}
