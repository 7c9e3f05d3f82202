import { useMessages } from '../../../messages/messages-context.ts';
import { timelineTopics, type TimelineTopic } from './timeline-entry.ts';
import styles from './timeline.module.css';

const topics = ['all', ...(Object.keys(timelineTopics) as TimelineTopic[])] as const;

export interface TopicChoiceProps {
  readonly topic: TimelineTopic | 'all';
  readonly onTopic: (topic: TimelineTopic | 'all') => void;
}

/** Narrows a timeline to what one looks for. */
export function TopicChoice({ topic, onTopic }: TopicChoiceProps) {
  const { timeline: t } = useMessages();
  return (
    <div className={styles['topics']} role="group" aria-label={t.showOnly}>
      {topics.map((each) => (
        <button
          key={each}
          type="button"
          className={styles['topic']}
          aria-pressed={each === topic}
          onClick={() => onTopic(each)}
        >
          {t.topics[each]}
        </button>
      ))}
    </div>
  );
}
