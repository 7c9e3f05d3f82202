import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { replyFromMailbox } from '../../api/cases.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { TextField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { useStore } from '../../shell/use-store.ts';
import { useUnsavedGuard } from '../../shell/use-unsaved-guard.tsx';
import styles from './mailbox.module.css';

export interface ReplyCardProps {
  readonly mailId: string;
  readonly customerId: string;
}

/** Answers a caught mail in its recipient's place: there is no inbox to do it from. */
export function ReplyCard({ mailId, customerId }: ReplyCardProps) {
  const t = useMessages();
  const store = useStore();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const replying = useMutation({
    mutationFn: () => replyFromMailbox(store.id, mailId, text),
    onSuccess: async () => {
      setText('');
      await queryClient.invalidateQueries({ queryKey: ['stores', store.id] });
    },
  });
  const { question } = useUnsavedGuard(text.trim() !== '' && !replying.isPending);
  return (
    <Card title={t.cases.replyTitle} note={t.cases.replyNote}>
      {question}
      <form
        className={styles['reply']}
        onSubmit={(event) => {
          event.preventDefault();
          replying.mutate();
        }}
      >
        <TextField
          label={t.cases.replyLabel}
          rows={3}
          maxLength={5_000}
          required
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <ProblemNotice error={replying.error} />
        {replying.isSuccess && (
          <Notice tone="good">
            <p>{t.cases.replied}</p>
            <Link to="/stores/$slug/customers/$customerId" params={{ slug: store.slug, customerId }}>
              {t.cases.toCustomer}
            </Link>
          </Notice>
        )}
        <div>
          <Button type="submit" isBusy={replying.isPending} disabled={text.trim() === ''}>
            {t.cases.replySend}
          </Button>
        </div>
      </form>
    </Card>
  );
}
