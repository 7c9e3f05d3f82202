import type { Replies } from './replies.ts';

export const repliesInGerman: Replies = {
  coffee: {
    thanks: [
      'Danke für die Nachricht! Ich freue mich auf die erste Tasse.',
      'Wie schön, einmal von einem Menschen zu hören. Das Paket kam heute früh und duftet herrlich.',
      'Vielen Dank! Und Grüße an die Person, die das Kärtchen geschrieben hat.',
    ],
    great: [
      'Der beste Kaffee, den ich zu Hause hatte. Die Nachbarin hat schon gefragt, woher er ist.',
      'Sehr zufrieden. Die Tüte schafft es nicht bis zum Monatsende.',
      'Wunderbar. Beim Mahlgrad brauchte ich drei Versuche, jetzt schmeckt er genau wie beschrieben.',
    ],
    question: [
      'Welchen Mahlgrad würden Sie für die Stempelkanne nehmen? Bei mir wird es schlammig.',
      'Wie lange nach der Röstung soll ich warten, bis ich die Tüte öffne?',
      'Darf ich die zweite Tüte einfrieren, oder ist das eine Sünde?',
    ],
    problem: [
      'Die Tüte war unterwegs aufgegangen, die Hälfte der Bohnen lag im Karton.',
      'Ich hatte ganze Bohnen bestellt, bekam aber gemahlenen Kaffee.',
      'Mir schmeckt er recht sauer. Mache ich etwas falsch, oder liegt es an der Röstung?',
    ],
  },
  knives: {
    thanks: [
      'Danke, es tut gut, bei Leuten zu kaufen, die antworten.',
      'Vielen Dank! Es ist ein Geburtstagsgeschenk für meinen Vater, also bitte keine Rechnung in den Karton.',
      'Prima. Ich kann es kaum erwarten, das alte loszuwerden.',
    ],
    great: [
      'Es geht durch Tomaten, als wären sie nicht da. Einmal geschnitten, selbst schuld.',
      'Ein schönes Stück. Meine Frau nimmt die anderen Messer nicht mehr.',
      'Sehr zufrieden. Nach zwei Wochen bekommt die Klinge schon eine schöne Patina.',
    ],
    question: [
      'Nach dem Zwiebelschneiden ist ein bläulicher Fleck auf der Klinge. Ist das Rost oder Patina?',
      'Mit welchem Stein fange ich an? Ich habe noch nie etwas geschliffen.',
      'Darf ich es auf einem Bambusbrett benutzen?',
    ],
    problem: [
      'Der Griff hat am Niet einen feinen Riss. Ich kann gern ein Foto schicken.',
      'Am zweiten Tag ist an einem Kürbis ein Stück ausgebrochen. Das darf doch nicht sein?',
      'Der Klingenschutz, den ich dazu bestellt hatte, war nicht dabei.',
    ],
  },
  books: {
    thanks: [
      'Danke! Echtes Papier und ein echter Mensch, was für ein Tag.',
      'Vielen Dank. Heute Abend fange ich an, wenn die Kinder mich lassen.',
      'Wie nett. Eine Freundin hörte nicht auf, vom ersten Band zu reden, so kam ich zu Ihnen.',
    ],
    great: [
      'In zwei Abenden gelesen und böse gewesen, als es zu Ende war. Wann kommt der nächste Band?',
      'Großartig. Ich habe es schon verliehen und mache mir Sorgen darum.',
      'Sehr schön. Das Kapitel über den Februar hat mir mehr gebracht als ein Jahr mit Apps.',
    ],
    question: [
      'Muss man sie der Reihe nach lesen, oder kann meine Mutter mit dem dritten anfangen?',
      'Wird es diesen Band auch auf Papier geben?',
      'Darf ich das E-Book auf zwei Geräten lesen?',
    ],
    problem: [
      'Die Seiten 113 bis 128 sind doppelt eingebunden, und die danach fehlen.',
      'Der Link zum Herunterladen sei abgelaufen, dabei habe ich ihn noch gar nicht benutzt.',
      'Der Umschlag war stark geknickt, das Paket lag offenbar unter etwas Schwerem.',
    ],
  },
};
