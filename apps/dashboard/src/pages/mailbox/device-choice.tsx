import { Monitor, Smartphone } from 'lucide-react';

import { Choice } from '../../components/choice.tsx';
import { useMessages } from '../../messages/messages-context.ts';

export interface DeviceChoiceProps {
  readonly device: 'phone' | 'desktop';
  readonly onDevice: (device: 'phone' | 'desktop') => void;
}

/** On what a mail is looked at. */
export function DeviceChoice({ device, onDevice }: DeviceChoiceProps) {
  const { mailbox: t } = useMessages();
  return (
    <Choice
      label={t.width}
      value={device}
      onChange={onDevice}
      options={[
        { value: 'desktop', label: t.desktop, icon: <Monitor size={15} aria-hidden /> },
        { value: 'phone', label: t.phone, icon: <Smartphone size={15} aria-hidden /> },
      ]}
    />
  );
}
