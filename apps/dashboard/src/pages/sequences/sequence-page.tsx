import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';

import { toProblemDetails } from '../../api/api-error.ts';
import { progressQuery, sequenceQuery } from '../../api/sequences.ts';
import { Card } from '../../components/card.tsx';
import { Choice } from '../../components/choice.tsx';
import { Page } from '../../components/page.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { ProblemNotice } from '../../shell/problem-notice.tsx';
import { QueryState } from '../../shell/query-state.tsx';
import { useStore } from '../../shell/use-store.ts';
import { MissingPage } from '../missing-page.tsx';
import type { Behind } from './canvas/behind.ts';
import { BehindDialog } from './canvas/behind-dialog.tsx';
import { Canvas } from './canvas/canvas.tsx';
import { nameSequence, tellPurpose } from './names.ts';
import { PreviewDialog, type PreviewedMail } from './preview-dialog.tsx';
import { ProgressStats } from './progress-stats.tsx';
import { SequenceSwitch } from './sequence-switch.tsx';
import { VersionsCard } from './versions-card.tsx';

const spans = ['30', '90', '365'] as const;

/** One sequence, step by step, with what happened at each, and the customers behind every count. */
export function SequencePage() {
  const t = useMessages();
  const store = useStore();
  const { sequenceId } = useParams({ from: '/inside/stores/$slug/sequences/$sequenceId' });
  const [days, setDays] = useState<(typeof spans)[number]>('90');
  const sequence = useQuery(sequenceQuery(store.id, sequenceId));
  const progress = useQuery(progressQuery(store.id, sequenceId, Number(days)));
  const [previewed, setPreviewed] = useState<PreviewedMail | null>(null);
  const [behind, setBehind] = useState<Behind | null>(null);
  if (toProblemDetails(sequence.error).status === 404) return <MissingPage />;
  return (
    <Page
      title={sequence.data === undefined ? t.sequences.title : nameSequence(sequence.data, t)}
      lead={sequence.data === undefined ? undefined : tellPurpose(sequence.data.definition, t)}
      above={
        <Link to="/stores/$slug/sequences" params={{ slug: store.slug }}>
          <ArrowLeft size={15} aria-hidden />
          {t.sequences.back}
        </Link>
      }
      actions={sequence.data !== undefined && <SequenceSwitch storeId={store.id} sequence={sequence.data} />}
    >
      <Card
        title={t.sequences.progressTitle}
        note={t.sequences.progressNote}
        action={
          <Choice
            label={t.sequences.span}
            value={days}
            options={spans.map((value) => ({ value, label: t.sequences.days(Number(value)) }))}
            onChange={setDays}
          />
        }
      >
        <QueryState query={progress} lines={2}>
          {(data) => <ProgressStats progress={data} />}
        </QueryState>
      </Card>
      <Card title={t.sequences.stepsTitle} note={t.sequences.stepsNote} spacing="flush">
        <ProblemNotice error={progress.error} />
        <QueryState query={sequence} lines={6}>
          {({ definition }) => (
            <Canvas definition={definition} progress={progress.data} onPreview={setPreviewed} onBehind={setBehind} />
          )}
        </QueryState>
      </Card>
      {sequence.data !== undefined && <VersionsCard store={store} sequence={sequence.data} progress={progress.data} />}
      {previewed !== null && <PreviewDialog store={store} {...previewed} onClose={() => setPreviewed(null)} />}
      {behind !== null && (
        <BehindDialog store={store} sequenceId={sequenceId} behind={behind} onClose={() => setBehind(null)} />
      )}
    </Page>
  );
}
