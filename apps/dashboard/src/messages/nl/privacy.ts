import type { Messages } from '../en.ts';

export const privacy: Messages['privacy'] = {
  title: 'Vroegen om een kopie van hun gegevens',
  note: 'Download alles wat bewaard wordt, geef het door en markeer het dan als beantwoord.',
  asked: (askedOn, dueOn) => `Gevraagd op ${askedOn}; volgens de wet uiterlijk op ${dueOn} beantwoorden.`,
  who: 'Bekijk wie het is',
  nobody: 'Er wordt niets over hen bewaard: laat dat weten',
  number: (key) => `verzoek ${key}`,
  download: 'Downloaden',
  markAnswered: 'Als beantwoord markeren',
  answered: 'Als beantwoord gemarkeerd.',
};
