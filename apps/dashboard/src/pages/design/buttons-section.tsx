import { Copy, Lock } from 'lucide-react';

import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { Switch } from '../../components/switch.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './design.module.css';

const looks = ['primary', 'secondary', 'quiet', 'danger'] as const;
const sizes = ['large', 'medium', 'small'] as const;

export function ButtonsSection() {
  const { design: t, common } = useMessages();
  return (
    <Card title={t.buttons} note={t.buttonsNote}>
      <div className={styles['stack']}>
        <div className={styles['row']}>
          {looks.map((look) => (
            <Button key={look} look={look}>
              {t.looks[look]}
            </Button>
          ))}
          <Button look="primary" isBusy>
            {t.busy}
          </Button>
          <Button disabled>{t.disabled}</Button>
        </div>
        <div className={styles['row']}>
          {sizes.map((size) => (
            <Button key={size} size={size}>
              {t.sizes[size]}
            </Button>
          ))}
          <IconButton icon={Copy} label={common.copy} />
          <Menu
            label={t.more}
            items={[
              { label: common.copy, icon: Copy, onSelect: () => {} },
              { label: t.disabled, icon: Lock, isDisabled: true, onSelect: () => {} },
            ]}
          />
          <Switch label={t.sizes.medium} isOn onChange={() => {}} />
          <Switch label={t.disabled} isOn={false} isDisabled onChange={() => {}} />
        </div>
      </div>
    </Card>
  );
}
