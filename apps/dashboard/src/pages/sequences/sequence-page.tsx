import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';

import { toProblemDetails } from '../../api/api-error.ts';
import { sequenceQuery } from '../../api/sequences.ts';
import { Card } from '../../components/card.tsx';
import { Page } from '../../components/page.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useStore } from '../../shell/use-store.ts';
import { MissingPage } from '../missing-page.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { SequenceSwitch } from './sequence-switch.tsx';
import { StepList } from './step-list.tsx';

/** One sequence, step by step, with how many customers stand where. */
export function SequencePage() {
  const t = useMessages();
  const store = useStore();
  const { sequenceId } = useParams({ from: '/inside/stores/$slug/sequences/$sequenceId' });
  const sequence = useQuery(sequenceQuery(store.id, sequenceId));
  const [previewed, setPreviewed] = useState<string | null>(null);
  if (toProblemDetails(sequence.error).status === 404) return <MissingPage />;
  return (
    <Page
      title={sequence.data?.name ?? t.sequences.title}
      lead={sequence.data?.definition.purpose}
      above={
        <Link to="/stores/$slug/sequences" params={{ slug: store.slug }}>
          <ArrowLeft size={15} aria-hidden />
          {t.sequences.back}
        </Link>
      }
      actions={sequence.data !== undefined && <SequenceSwitch storeId={store.id} sequence={sequence.data} />}
    >
      <Card title={t.sequences.stepsTitle} spacing="flush">
        <QueryState query={sequence} lines={6}>
          {(data) => <StepList sequence={data} onPreview={setPreviewed} />}
        </QueryState>
      </Card>
      {previewed !== null && <PreviewDialog store={store} templateKey={previewed} onClose={() => setPreviewed(null)} />}
    </Page>
  );
}
