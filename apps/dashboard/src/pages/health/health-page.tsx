import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { healthQuery, type HealthCheck } from '../../api/health.ts';
import { storesQuery } from '../../api/stores.ts';
import { Badge } from '../../components/badge.tsx';
import { Card } from '../../components/card.tsx';
import { Page } from '../../components/page.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import type { Messages } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import styles from './health.module.css';
import { sentenceOf } from './sentence-of.ts';

const icons = { good: CircleCheck, attention: TriangleAlert, bad: CircleAlert } as const;
const rank = { bad: 0, attention: 1, good: 2 } as const;

/** What is well and what is not, each in a sentence; what needs someone comes first. */
export function HealthPage() {
  const t = useMessages();
  const query = useQuery(healthQuery);
  return (
    <Page title={t.health.title} lead={query.data === undefined ? undefined : toLead(t, query.data)} width="narrow">
      <Card spacing="flush">
        <QueryState query={query} lines={4}>
          {(checks) => (
            <ul>
              {[...checks]
                .sort((a, b) => rank[a.state] - rank[b.state])
                .map((check) => (
                  <Check key={`${check.code}${check.storeId ?? ''}`} check={check} />
                ))}
            </ul>
          )}
        </QueryState>
      </Card>
    </Page>
  );
}

function Check({ check }: { readonly check: HealthCheck }) {
  const t = useMessages();
  const formats = useFormats();
  const { data: stores } = useSuspenseQuery(storesQuery);
  const { state } = check;
  const Icon = icons[state];
  return (
    <li className={styles['check']}>
      <Icon size={20} className={styles[state]} aria-hidden />
      <p className={styles['sentence']}>{withCode(sentenceOf(check, stores, t.health, formats))}</p>
      <Badge tone={state}>{t.health.state[state]}</Badge>
    </li>
  );
}

/** What stands between backticks is typed word for word. */
function withCode(sentence: string): ReactNode {
  return sentence.split('`').map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part));
}

function toLead(t: Messages, checks: readonly HealthCheck[]): string {
  const count = (state: HealthCheck['state']) => checks.filter((check) => check.state === state).length;
  if (count('bad') > 0) return t.health.leadBad(count('bad'));
  return count('attention') > 0 ? t.health.leadAttention(count('attention')) : t.health.leadGood;
}
