/** What people may demand of what is kept about them. */
export const privacy = {
  title: 'Asked for a copy of their data',
  note: 'Download everything that is kept, hand it over, then mark it as answered.',
  asked: (askedOn: string, dueOn: string) => `Asked on ${askedOn}; the law wants an answer by ${dueOn}.`,
  who: 'See who it is',
  nobody: 'Nothing is kept about them: tell them so',
  number: (key: string) => `request ${key}`,
  download: 'Download',
  markAnswered: 'Mark as answered',
  answered: 'Marked as answered.',
};
