/** What a check found, for the sentence about it. */
export interface HealthFacts {
  readonly store: string;
  readonly count: number;
  /** The count as the viewer writes it. */
  readonly shown: string;
  readonly reason: string;
  readonly lanes: string;
}

/** The health page. */
export const health = {
  title: 'Health',
  leadGood: 'All is well.',
  leadAttention: (count: number) => (count === 1 ? 'One thing could use a look.' : `${count} things could use a look.`),
  leadBad: (count: number) => (count === 1 ? 'One thing needs you.' : `${count} things need you.`),
  state: { good: 'Good', attention: 'Look', bad: 'Act' },
  /** By the code of the check. The server writes English itself, so that nothing stands here. */
  sentences: {} as Readonly<Record<string, (facts: HealthFacts) => string>>,
};
