import type { PageTexts } from '../page-texts.ts';
import { toSentence } from './to-sentence.ts';

export const textsInGerman: PageTexts = {
  invitation: (advocate, shop) =>
    advocate === null ? `Jemand hat Ihnen ${shop} empfohlen` : `${advocate} meint, ${shop} wäre etwas für Sie`,
  offer: (reward) =>
    `Zum Kennenlernen gibt es ${reward}. Sagen Sie uns, wo wir Sie erreichen, und der Code gehört Ihnen.`,
  emailLabel: 'Ihre E-Mail-Adresse',
  emailWrong: 'Das ist noch keine E-Mail-Adresse. Sie sollte aussehen wie name@example.com.',
  consent: (shop) => `${shop} darf mir ab und zu auch schreiben. Das kann ich jederzeit widerrufen.`,
  claim: 'Meinen Code holen',
  conditions: (days, minimum) =>
    `Für eine Bestellung innerhalb von ${days} ${days === 1 ? 'Tag' : 'Tagen'}${minimum === null ? '' : `, ab ${minimum}`}.`,
  privacy: (advocate) =>
    `Über Ihre Adresse ordnen wir Ihnen den Code zu und bedanken uns bei ${advocate ?? 'der Person, die uns empfohlen hat'}, wenn Sie bestellen.`,
  toShop: (shop) => `Zu ${shop}`,
  waiting: {
    title: 'Ihr Code wird erstellt',
    text: 'Das dauert ein paar Sekunden. Diese Seite sieht von selbst nach, Sie brauchen nichts zu tun.',
  },
  delayed: {
    title: 'Ihr Code braucht länger, als er sollte',
    text: 'Bei uns hakt gerade etwas. Ihre Anfrage geht nicht verloren: Heben Sie die Adresse dieser Seite auf und sehen Sie später noch einmal nach.',
  },
  ready: {
    title: 'Hier ist Ihr Code',
    text: (reward, until) => `${toSentence(reward)}, gültig bis zum ${until}.`,
    bound: 'Bestellen Sie mit der E-Mail-Adresse, die Sie angegeben haben; zu ihr gehört der Code.',
  },
  copy: 'Code kopieren',
  copied: 'Kopiert',
  used: {
    title: 'Ihr Code ist eingelöst',
    text: 'Er wurde für eine Bestellung verwendet, und jeder Code gilt nur einmal. Schön, dass Sie da sind.',
  },
  ended: {
    title: 'Dieser Code gilt nicht mehr',
    text: 'Die Frist ist abgelaufen, oder die Einladung dahinter wurde zurückgezogen.',
  },
  ownLink: {
    title: 'Das ist Ihr eigener Link',
    text: 'Er ist zum Weitergeben gedacht: Wenn jemand darüber zum ersten Mal bestellt, bekommen auch Sie ein Dankeschön. Schicken Sie ihn mit ein paar eigenen Worten weiter.',
  },
  noCode: {
    title: 'Für diese Adresse gibt es keinen Code',
    text: (shop) =>
      `Dieses Willkommen ist für alle, die ${shop} neu kennenlernen, einmal pro Person. Was wir über eine Adresse wissen, sagen wir hier niemandem; deshalb steht auf dieser Seite nicht mehr.`,
  },
  busy: {
    title: 'An diesem Link war heute viel los',
    text: 'Es haben ihn mehr Menschen geöffnet als sonst. Versuchen Sie es morgen noch einmal, dann geht es wieder.',
  },
  paused: {
    title: (shop) => `${shop} gibt gerade keine Codes aus`,
    text: 'Die Einladung macht Pause. Versuchen Sie es in einiger Zeit noch einmal mit demselben Link.',
  },
  unknown: {
    title: 'Dieser Link führt nirgendwohin',
    text: 'Vielleicht ist unterwegs ein Stück verloren gegangen. Bitten Sie die Person, von der Sie ihn haben, um die ganze Adresse.',
  },
};
