import { useQuery } from '@tanstack/react-query';

import { sequenceQuery } from '../../api/sequences.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { nameMail } from '../sequences/names.ts';
import { listWaysOn } from './list-ways-on.ts';

/** What may come where a branch decides only then: `Review request or no mail`. */
export function WaysOn({ storeId, sequenceId }: { readonly storeId: string; readonly sequenceId: string }) {
  const t = useMessages();
  const formats = useFormats();
  const { data } = useQuery(sequenceQuery(storeId, sequenceId));
  if (data === undefined) return t.home.decidesLater;
  const { templateKeys, hasSilentWay } = listWaysOn(data.definition.steps);
  if (templateKeys.length === 0) return t.home.decidesLater;
  return formats.either([...templateKeys.map((key) => nameMail(key, t)), ...(hasSilentWay ? [t.home.orNoMail] : [])]);
}
