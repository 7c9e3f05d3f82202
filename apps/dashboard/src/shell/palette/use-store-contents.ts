import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Mail, Tags, Waypoints } from 'lucide-react';

import { segmentsQuery } from '../../api/segments.ts';
import { sequencesQuery } from '../../api/sequences.ts';
import type { Store } from '../../api/stores.ts';
import { templatesQuery } from '../../api/templates.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { nameSegment } from '../../pages/segments/name-segment.ts';
import { nameMail, nameSequence } from '../../pages/sequences/names.ts';
import type { PaletteCommand } from './use-commands.ts';

/** As many letters as it takes to mean one of them: nobody wants two hundred segments before they type. */
const leastLetters = 2;
const staleTime = 60_000;

/** The store's segments, sequences and mails, by the names they have in the viewer's language; none before something is typed. */
export function useStoreContents(
  store: Store | null,
  typed: string,
  actions: readonly string[],
): readonly PaletteCommand[] {
  const t = useMessages();
  const navigate = useNavigate();
  const id = store?.id ?? '';
  // Asked for before anything is typed: what comes in later would move the list from under one's hands.
  const may = (action: string) => store !== null && actions.includes(action);
  const segments = useQuery({ ...segmentsQuery(id, 'active'), staleTime, enabled: may('segments.read') });
  const sequences = useQuery({ ...sequencesQuery(id), enabled: may('sequences.read') });
  const mails = useQuery({ ...templatesQuery(id), enabled: may('sequences.read') && may('messages.read') });
  if (store === null || typed.trim().length < leastLetters) return [];
  const params = { slug: store.slug };
  const note = store.name;
  return [
    ...(segments.data ?? []).map((segment) => ({
      id: `segment ${segment.id}`,
      label: nameSegment(segment, t),
      words: `${segment.name} ${segment.key}`,
      note,
      group: t.shell.segments,
      icon: Tags,
      run: () =>
        void navigate({ to: '/stores/$slug/segments/$segmentId', params: { ...params, segmentId: segment.id } }),
    })),
    ...(sequences.data ?? []).map((sequence) => ({
      id: `sequence ${sequence.id}`,
      label: nameSequence(sequence, t),
      words: `${sequence.name} ${sequence.key}`,
      note,
      group: t.shell.sequences,
      icon: Waypoints,
      run: () =>
        void navigate({ to: '/stores/$slug/sequences/$sequenceId', params: { ...params, sequenceId: sequence.id } }),
    })),
    // In each language it is written in, it is one mail.
    ...[...new Set((mails.data ?? []).map(({ key }) => key))].map((key) => ({
      id: `mail ${key}`,
      label: nameMail(key, t),
      words: key,
      note,
      group: t.palette.mails,
      icon: Mail,
      run: () => void navigate({ to: '/stores/$slug/playbook', params, search: { mail: key } }),
    })),
  ];
}
