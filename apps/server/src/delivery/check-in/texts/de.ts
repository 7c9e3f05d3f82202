import type { CheckInTexts } from '../check-in-texts.ts';

export const checkInInGerman: CheckInTexts = {
  question: 'Sind Sie zufrieden?',
  before: 'Zuletzt haben Sie geantwortet:',
  optional: '(freiwillig)',
  rather: 'Oder doch eher:',
  change: 'Ändern oder etwas hinzufügen',
  add: 'Möchten Sie noch etwas sagen?',
  addNow: 'Hinzufügen',
  reads: (sender) => `${sender} liest jede Antwort.`,
  answers: {
    great: {
      choice: 'Ja, alles bestens',
      ask: 'Was gefällt Ihnen daran?',
      send: 'Ja, alles bestens',
      thanks: { title: 'Das freut uns', text: (sender) => `Vielen Dank. ${sender} wird das gern lesen.` },
    },
    question: {
      choice: 'Ich habe eine Frage',
      ask: 'Was möchten Sie wissen?',
      send: 'Frage abschicken',
      thanks: {
        title: 'Ihre Frage ist angekommen',
        text: (sender) => `${sender} schreibt Ihnen zurück. Sie brauchen nichts weiter zu tun.`,
      },
    },
    problem: {
      choice: 'Etwas stimmt nicht',
      ask: 'Was stimmt nicht?',
      send: 'Ja, etwas stimmt nicht',
      thanks: {
        title: 'Gut, dass Sie es sagen',
        text: (sender) =>
          `So soll es nicht sein. ${sender} schreibt Ihnen zurück und sucht mit Ihnen nach einer Lösung.`,
      },
    },
  },
  unknown: {
    title: 'Dieser Link funktioniert nicht mehr',
    text: 'Vielleicht ist ein Stück davon verloren gegangen, oder die Mail ist schon älter. Antworten Sie einfach auf die Mail: Das erreicht immer einen Menschen.',
  },
};
