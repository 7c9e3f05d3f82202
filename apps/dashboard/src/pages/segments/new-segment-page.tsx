import type { SegmentRule } from '@regulars/core/segments';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { createSegment, segmentPresetsQuery, segmentQuery, type WrittenSegment } from '../../api/segments.ts';
import { SelectField } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useStore } from '../../shell/use-store.ts';
import { BackToSegments } from './back-to-segments.tsx';
import { nameSegment } from './name-segment.ts';
import { SegmentForm } from './builder/segment-form.tsx';

const emptyRule: SegmentRule = { field: 'orderCount', is: 'atLeast', value: 1 };

/** A new segment: from nothing, from an example, or as a copy of another. */
export function NewSegmentPage() {
  const t = useMessages();
  const formats = useFormats();
  const store = useStore();
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { copy } = useSearch({ from: '/inside/stores/$slug/segments/new' });
  const copied = useQuery({ ...segmentQuery(store.id, copy ?? ''), enabled: copy !== undefined });
  const presets = useQuery(segmentPresetsQuery(store.id));
  const [presetKey, setPresetKey] = useState('');
  const params = { slug: store.slug };
  const saving = useMutation({
    mutationFn: (segment: WrittenSegment) => createSegment(store.id, segment),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: ['stores', store.id, 'segments'] });
      const moved = t.segments.customersMoved(saved.movedCount, formats.number(saved.movedCount));
      toast({ text: t.segments.saved(saved.name, moved) });
      await navigate({ to: '/stores/$slug/segments/$segmentId', params: { ...params, segmentId: saved.id } });
    },
  });
  const isReady = copy === undefined || copied.data !== undefined || copied.error !== null;
  const preset = presets.data?.find(({ key }) => key === presetKey);
  const initial =
    copied.data === undefined
      ? { name: preset === undefined ? '' : nameSegment(preset, t), rule: preset?.rule ?? emptyRule }
      : { name: t.segments.copyOf(nameSegment(copied.data, t)), rule: copied.data.rule };
  return (
    <Page title={t.segments.newTitle} above={<BackToSegments store={store} />}>
      {!isReady ? (
        <Skeleton />
      ) : (
        <SegmentForm
          // Another start is another form.
          key={presetKey}
          store={store}
          initial={initial}
          saving={saving}
          onSave={saving.mutate}
          onCancel={() => void navigate({ to: '/stores/$slug/segments', params, ignoreBlocker: true })}
          beside={(leave) =>
            copy === undefined && (
              <SelectField
                label={t.segments.startFrom}
                value={presetKey}
                options={[
                  { value: '', label: t.segments.startFromNothing },
                  ...(presets.data ?? []).map((known) => ({ value: known.key, label: nameSegment(known, t) })),
                ]}
                onChange={({ target: { value } }) => leave(() => setPresetKey(value))}
              />
            )
          }
        />
      )}
    </Page>
  );
}
