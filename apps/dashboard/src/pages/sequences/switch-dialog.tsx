import { useQuery } from '@tanstack/react-query';

import { switchForecastQuery, type ListedSequence } from '../../api/sequences.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { LackNotice } from '../../shell/lack-notice.tsx';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { QueryState } from '../../shell/query-state.tsx';
import { nameSequence } from './names.ts';
import styles from './switch-dialog.module.css';

export interface SwitchDialogProps {
  readonly storeId: string;
  readonly sequence: Pick<ListedSequence, 'id' | 'key' | 'name'>;
  readonly wanted: 'on' | 'off';
  readonly switching: { readonly isPending: boolean; readonly error: Error | null };
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says what switching a sequence on or off will do, to how many, before it is done. */
export function SwitchDialog({ storeId, sequence, wanted, switching, onConfirm, onClose }: SwitchDialogProps) {
  const messages = useMessages();
  const t = messages.sequences.switching;
  const name = nameSequence(sequence, messages);
  const formats = useFormats();
  const forecast = useQuery(switchForecastQuery(storeId, sequence.id));
  return (
    <Dialog title={wanted === 'on' ? t.onTitle(name) : t.offTitle(name)} isOpen onClose={onClose}>
      <QueryState query={forecast} lines={3}>
        {({ lookbackDays, occasions, wouldHaveBegun, underWay, overdue, lacks }) => (
          <>
            <ul className={styles['sentences']}>
              {wanted === 'on' ? (
                <>
                  <li>{t.onlyNew}</li>
                  <li>
                    {occasions === 0
                      ? t.noOccasion(formats.number(lookbackDays))
                      : t.wouldHave(
                          formats.number(wouldHaveBegun),
                          formats.number(occasions),
                          formats.number(lookbackDays),
                        )}
                  </li>
                  {underWay > 0 && <li>{t.goesOn(underWay, formats.number(underWay), formats.number(overdue))}</li>}
                </>
              ) : (
                <>
                  <li>{t.nobodyNew}</li>
                  <li>{underWay === 0 ? t.nobodyUnderWay : t.stay(underWay, formats.number(underWay))}</li>
                  {underWay > 0 && <li>{t.late}</li>}
                </>
              )}
            </ul>
            {wanted === 'on' && lacks.length > 0 && (
              <div className={styles['lacks']}>
                {lacks.map((lack) => (
                  <LackNotice key={lack.of} lack={lack} />
                ))}
              </div>
            )}
          </>
        )}
      </QueryState>
      <ProblemNotice error={switching.error} />
      <div className={styles['actions']}>
        <Button onClick={onClose}>{messages.common.cancel}</Button>
        <Button look="primary" isBusy={switching.isPending} onClick={onConfirm}>
          {wanted === 'on' ? t.turnOn : t.turnOff}
        </Button>
      </div>
    </Dialog>
  );
}
