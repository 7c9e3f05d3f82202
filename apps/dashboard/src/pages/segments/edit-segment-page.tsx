import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';

import { toProblemDetails } from '../../api/api-error.ts';
import { editSegment, segmentQuery, type WrittenSegment } from '../../api/segments.ts';
import { Page } from '../../components/page.tsx';
import { useToast } from '../../components/toast-context.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { useStore } from '../../shell/use-store.ts';
import { MissingPage } from '../missing-page.tsx';
import { nameSegment } from './name-segment.ts';
import { SegmentForm } from './builder/segment-form.tsx';

/** A segment's name and rule, to be changed. */
export function EditSegmentPage() {
  const t = useMessages();
  const formats = useFormats();
  const store = useStore();
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { segmentId } = useParams({ from: '/inside/stores/$slug/segments/$segmentId/edit' });
  // Read once: what others change meanwhile must not pull the form from under one's hands.
  const segment = useQuery({ ...segmentQuery(store.id, segmentId), staleTime: Infinity, gcTime: 0 });
  const params = { slug: store.slug, segmentId };
  const toSegment = () => navigate({ to: '/stores/$slug/segments/$segmentId', params, ignoreBlocker: true });
  const saving = useMutation({
    mutationFn: (written: WrittenSegment) => editSegment(store.id, segmentId, written),
    onSuccess: async (saved) => {
      const moved = t.segments.customersMoved(saved.movedCount, formats.number(saved.movedCount));
      toast({ text: t.segments.saved(nameSegment(saved, t), moved) });
      await toSegment();
      await queryClient.invalidateQueries({ queryKey: ['stores', store.id, 'segments'] });
    },
  });
  if (toProblemDetails(segment.error).status === 404) return <MissingPage />;
  return (
    <Page
      title={segment.data === undefined ? t.segments.title : t.segments.editTitle(nameSegment(segment.data, t))}
      above={
        <Link to="/stores/$slug/segments/$segmentId" params={params}>
          <ArrowLeft size={15} aria-hidden />
          {segment.data === undefined ? t.segments.back : nameSegment(segment.data, t)}
        </Link>
      }
    >
      <QueryState query={segment}>
        {(data) => (
          <SegmentForm
            store={store}
            initial={{ name: nameSegment(data, t), keptName: data.name, rule: data.rule }}
            saving={saving}
            onSave={saving.mutate}
            onCancel={() => void toSegment()}
          />
        )}
      </QueryState>
    </Page>
  );
}
