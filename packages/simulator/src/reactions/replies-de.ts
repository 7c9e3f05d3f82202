import type { Replies } from './replies.ts';

export const repliesInGerman: Replies = {
  coffee: {
    thanks: {
      any: [
        'Wie schön, einmal von einem Menschen zu hören. Ihnen allen eine gute Woche!',
        'Vielen Dank! Da musste ich im Büro lächeln.',
        'Danke für die Nachricht. Eine Freundin hat so lange von Ihnen erzählt, bis ich bestellt habe.',
      ],
      beans: ['Danke! Ich freue mich auf die erste Tasse.'],
    },
    great: {
      any: ['Alles bestens, danke. Kam schnell und gut verpackt.', 'Sehr zufrieden. Ich komme wieder.'],
      beans: [
        'Der beste Kaffee, den ich zu Hause hatte. Die Nachbarin hat schon gefragt, woher er ist.',
        'Sehr zufrieden. Die Tüte schafft es nicht bis zum Monatsende.',
        'Wunderbar. Beim Mahlgrad brauchte ich drei Versuche, jetzt schmeckt er genau wie beschrieben.',
        'Mein Mann, der Tee trinkt, wollte eine zweite Tasse. Das gab es noch nie.',
      ],
    },
    question: {
      any: [
        'Kann ich die Lieferadresse für das nächste Mal noch ändern? Ich ziehe im Frühjahr um.',
        'Haben Sie auch einen Laden? Ich würde gern zum Probieren vorbeikommen.',
      ],
      beans: [
        'Welchen Mahlgrad würden Sie für die Stempelkanne nehmen? Bei mir wird es schlammig.',
        'Wie lange nach der Röstung soll ich warten, bis ich die Tüte öffne?',
        'Darf ich die zweite Tüte einfrieren, oder ist das eine Sünde?',
        'Der schmeckt mir sehr. Welchen würden Sie an meiner Stelle als Nächstes probieren?',
        'Gibt es so etwas auch mit weniger Koffein? Für nach dem Essen.',
      ],
    },
    problem: {
      any: [
        'Der Karton war unterwegs nass geworden und fiel mir in den Händen auseinander.',
        'Ich glaube, es fehlt etwas. Auf dem Zettel stehen zwei, es war aber nur eines darin.',
      ],
      beans: [
        'Die Tüte war unterwegs aufgegangen, die Hälfte der Bohnen lag im Karton.',
        'Ich hatte ganze Bohnen bestellt, bekam aber gemahlenen Kaffee.',
        'Mir schmeckt er recht sauer. Mache ich etwas falsch, oder liegt es an der Röstung?',
        'Das Röstdatum auf der Tüte liegt sieben Wochen zurück. Stimmt das?',
      ],
    },
  },
  knives: {
    thanks: {
      any: [
        'Danke, es tut gut, bei Leuten zu kaufen, die antworten.',
        'Vielen Dank! Es ist ein Geburtstagsgeschenk für meinen Vater, also bitte keine Rechnung in den Karton.',
        'Was für eine nette Mail, fast hätte ich sie nicht gelesen.',
      ],
      knives: ['Prima. Ich kann es kaum erwarten, das alte loszuwerden.'],
    },
    great: {
      any: ['Genau wie beschrieben und wunderschön verpackt.', 'Rundum zufrieden. Mein Bruder will jetzt auch eins.'],
      knives: [
        'Es geht durch Tomaten, als wären sie nicht da. Einmal geschnitten, selbst schuld.',
        'Ein schönes Stück. Meine Frau nimmt die anderen Messer nicht mehr.',
        'Sehr zufrieden. Nach zwei Wochen bekommt die Klinge schon eine schöne Patina.',
        'Ich freue mich aufs Zwiebelschneiden. Dass ich das einmal schreibe, hätte ich nie gedacht.',
      ],
    },
    question: {
      any: [
        'Wie pflege ich es am besten? Öl, Wachs oder einfach benutzen?',
        'Es wird nun doch ein Geschenk. Könnten Sie etwas eingravieren, wenn ich es zurückschicke?',
      ],
      knives: [
        'Nach dem Zwiebelschneiden ist ein bläulicher Fleck auf der Klinge. Ist das Rost oder Patina?',
        'Mit welchem Stein fange ich an? Ich habe noch nie etwas geschliffen.',
        'Darf ich es auf einem Bambusbrett benutzen?',
        'Woran merke ich, dass es geschärft werden muss?',
      ],
    },
    problem: {
      any: [
        'Das Paket stand im Regen, der Karton ist hin. Es sollte ein Geschenk sein.',
        'Ich fürchte, ich habe die Bestellung von jemand anderem bekommen.',
      ],
      knives: [
        'Der Griff hat am Niet einen feinen Riss. Ich kann gern ein Foto schicken.',
        'Am zweiten Tag ist an einem Kürbis ein Stück ausgebrochen. Das darf doch nicht sein?',
        'Nach einer Nacht ist Rost an der Schneide. Dabei hatte ich es abgetrocknet, dachte ich.',
      ],
    },
  },
  books: {
    thanks: {
      any: ['Danke! Ein echter Mensch, was für ein Tag.', 'Wie nett. Ein Freund hörte nicht auf, von Ihnen zu reden.'],
      paper: ['Vielen Dank. Heute Abend fange ich an, wenn die Kinder mich lassen.'],
      ebooks: ['Danke, es ist schon auf meinem Lesegerät.'],
    },
    great: {
      any: ['Wunderbar, danke. Genau, was ich mir erhofft hatte.', 'Schön, dass ich Sie gefunden habe. Weiter so!'],
      paper: [
        'In zwei Abenden gelesen und böse gewesen, als es zu Ende war.',
        'Großartig. Ich habe es schon verliehen und mache mir Sorgen darum.',
        'Was für ein gutes Papier. Man vergisst, dass Bücher sich so anfühlen können.',
        'Ich habe es meiner Mutter geschenkt, und sie rief um Mitternacht an, um darüber zu reden.',
      ],
      ebooks: [
        'Im Zug gelesen und zweimal die Haltestelle verpasst.',
        'Sehr schön, und danke, dass Sie auf den Kopierschutz verzichten.',
      ],
    },
    question: {
      any: [
        'Kann ich auch eines verschenken und gleich dorthin schicken lassen?',
        'Machen Sie auch Lesungen? Dafür würde ich anreisen.',
      ],
      paper: [
        'Was lese ich danach am besten, oder fange ich etwas anderes von Ihnen an?',
        'Wird es das auch als E-Book geben? Meine Augen sind nicht mehr die besten.',
        'Ist das etwas für eine Vierzehnjährige?',
      ],
      ebooks: ['Darf ich es auf zwei Geräten lesen?', 'Wird es das auch auf Papier geben?'],
    },
    problem: {
      any: [
        'Ich glaube, es wurde zweimal abgebucht. Könnten Sie nachsehen?',
        'Die Bestätigung kam, seitdem nichts mehr. Ist etwas schiefgegangen?',
      ],
      paper: [
        'Die Seiten 113 bis 128 sind doppelt eingebunden, und die danach fehlen.',
        'Der Umschlag war stark geknickt, das Paket lag offenbar unter etwas Schwerem.',
        'Es war ein Geschenk, und der Preis stand noch darin.',
      ],
      ebooks: [
        'Der Link zum Herunterladen sei abgelaufen, dabei habe ich ihn noch gar nicht benutzt.',
        'Die Datei lässt sich auf meinem Lesegerät nicht öffnen. Alles andere schon.',
      ],
    },
  },
};
