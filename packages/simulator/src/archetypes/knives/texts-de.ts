import type { CatalogueTexts } from '../archetype.ts';

export const knivesInGerman: CatalogueTexts = {
  categories: {
    knives: 'Messer',
    sharpening: 'Schärfen',
    courses: 'Kurse',
    care: 'Pflege',
    boards: 'Bretter und Rollen',
    gifts: 'Geschenke',
  },
  products: {
    'chefs-knife': {
      title: 'Kochmesser, 21 cm',
      description: 'Kohlenstoffstahl, von Hand dünn ausgeschliffen, Griff aus Esche. Wenn nur ein Messer, dann dieses.',
    },
    santoku: {
      title: 'Santoku, 17 cm',
      description: 'Kürzer und flacher als ein Kochmesser: Es schiebt, statt zu wiegen. Gut für kleine Hände.',
    },
    'bread-knife': {
      title: 'Brotmesser, 25 cm',
      description: 'Weite Bögen statt Zähne: schneidet die Kruste und krümelt kaum.',
    },
    'boning-knife': {
      title: 'Ausbeinmesser, 15 cm',
      description: 'Schmal, hinten fest und vorne nachgiebig. Folgt dem Knochen.',
    },
    'paring-knife': {
      title: 'Schälmesser, 9 cm',
      description: 'Für alles, was man in der Hand macht: Äpfel, Knoblauch, die Augen der Kartoffel.',
    },
    'steak-knives': {
      title: 'Steakmesser, vier im Kasten',
      description: 'Glatte Schneiden, die sich nachschärfen lassen, im Buchenkasten. Auf Wunsch graviert.',
    },
    'whetstone-1000': {
      title: 'Schleifstein, Körnung 1000',
      description: 'Der Stein für den Anfang. Zehn Minuten wässern, fünfzehn Grad, und auf den Grat achten.',
    },
    'whetstone-6000': {
      title: 'Schleifstein, Körnung 6000',
      description: 'Poliert, was der 1000er geformt hat. Für alle, die gemerkt haben, dass ihnen das Freude macht.',
    },
    'honing-rod': {
      title: 'Wetzstab aus Keramik',
      description: 'Vier leichte Züge vor dem Kochen, und der Schleifstein bleibt wochenlang in der Schublade.',
    },
    strop: {
      title: 'Abziehleder',
      description: 'Leder auf Eiche, mit einem Block grüner Paste. Für das letzte Prozent.',
    },
    'sharpening-course': {
      title: 'Schärfen zu Hause, Videokurs',
      description: 'Sieben kurze Filme von unserer Werkbank, vom ersten Grat bis zur Tomate. Zum Behalten.',
    },
    'sharpening-by-post': {
      title: 'Schärfen per Post',
      description:
        'Wir schicken einen Karton, Sie schicken das Messer. In einer Woche ist es zurück, schärfer als neu.',
    },
    'camellia-oil': {
      title: 'Kamelienöl, 100 ml',
      description: 'Ein Tropfen auf die Klinge vor dem Weglegen. Geruchlos, schützt Kohlenstoffstahl vor Rost.',
    },
    'knife-guard': {
      title: 'Klingenschutz aus Magnolie',
      description: 'Hält in der Schublade Schneide und Finger auseinander. Für Klingen bis 22 cm.',
    },
    'oak-board': {
      title: 'Stirnholzbrett aus Eiche',
      description: 'Stirnholz schließt sich hinter der Schneide. Einmal im Monat ölen, und es wird vererbt.',
    },
    'knife-roll': {
      title: 'Messerrolle aus gewachstem Segeltuch',
      description: 'Sechs Fächer, Lederbänder. Für Köche auf Reisen und für den Umzug.',
    },
    'gift-card': {
      title: 'Geschenkgutschein',
      description: 'Per E-Mail, am Tag Ihrer Wahl. Für alle, die den Griff lieber selbst aussuchen.',
    },
  },
};
