/** The health page. */
export const health = {
  title: 'Health',
  leadGood: 'All is well.',
  leadAttention: (count: number) => (count === 1 ? 'One thing could use a look.' : `${count} things could use a look.`),
  leadBad: (count: number) => (count === 1 ? 'One thing needs you.' : `${count} things need you.`),
  state: { good: 'Good', attention: 'Look', bad: 'Act' },
};
