import type { Replies } from './replies.ts';

export const repliesInDutch: Replies = {
  coffee: {
    thanks: [
      'Dank je wel voor je bericht! Ik verheug me op het eerste kopje.',
      'Wat leuk om eens van een mens te horen. Het pakje is vanochtend gekomen en ruikt heerlijk.',
      'Bedankt! En de groeten aan wie het kaartje schreef.',
    ],
    great: [
      'De lekkerste koffie die ik thuis heb gehad. De buurvrouw vroeg al waar hij vandaan komt.',
      'Heel tevreden. Die zak haalt het eind van de maand niet.',
      'Heerlijk. Ik had drie pogingen nodig voor de juiste maling, maar nu smaakt hij precies zoals jullie schrijven.',
    ],
    question: [
      'Hoe grof moet ik malen voor de cafetière? Bij mij blijft er drab over.',
      'Hoelang na het branden kan ik de zak het beste openmaken?',
      'Mag ik de tweede zak invriezen, of is dat vloeken in de kerk?',
    ],
    problem: [
      'De zak was onderweg opengegaan, de helft van de bonen lag los in de doos.',
      'Ik had bonen besteld, maar kreeg gemalen koffie. Daar kan ik niets mee.',
      'Ik vind hem behoorlijk zuur. Doe ik iets verkeerd, of ligt het aan deze branding?',
    ],
  },
  knives: {
    thanks: [
      'Dank je, fijn om iets te kopen bij mensen die antwoord geven.',
      'Bedankt! Het is een verjaardagscadeau voor mijn vader, dus liever geen rekening in de doos.',
      'Top. Ik kan niet wachten om het oude mes weg te doen.',
    ],
    great: [
      'Het gaat door tomaten alsof ze er niet zijn. Eén keer in mijn vinger gesneden, eigen schuld.',
      'Prachtig ding. Mijn vrouw gebruikt de andere messen niet meer.',
      'Erg blij mee. Na twee weken krijgt het lemmet al een mooi patina.',
    ],
    question: [
      'Na het snijden van uien zit er een blauwe vlek op het lemmet. Is dat roest of hoort dat?',
      'Met welke steen kan ik het beste beginnen? Ik heb nog nooit iets geslepen.',
      'Kan ik het op een bamboe plank gebruiken?',
    ],
    problem: [
      'In het handvat zit een haarscheurtje bij de klinknagel. Ik kan een foto sturen.',
      'Op de tweede dag is er een stukje uitgesprongen, bij een pompoen. Dat hoort toch niet?',
      'De beschermhoes die ik erbij besteld had, zat er niet in.',
    ],
  },
  books: {
    thanks: [
      'Dank je wel! Echt papier en een echt mens, wat een dag.',
      'Bedankt. Ik begin vanavond, als de kinderen het toelaten.',
      'Wat aardig. Een vriendin hield niet op over het eerste deel, zo kwam ik bij jullie.',
    ],
    great: [
      'In twee avonden uit, en boos dat het ophield. Wanneer komt het volgende deel?',
      'Prachtig. Ik heb het al uitgeleend en maak me zorgen of ik het terugkrijg.',
      'Heel mooi. Het hoofdstuk over februari deed me meer dan een jaar aan apps.',
    ],
    question: [
      'Moet je ze op volgorde lezen, of kan mijn moeder met deel drie beginnen?',
      'Komt deze ook nog op papier uit?',
      'Mag ik het e-boek op twee apparaten zetten?',
    ],
    problem: [
      'Bladzijde 113 tot 128 zitten er dubbel in, en die erna ontbreken.',
      'De downloadlink is verlopen, zegt hij, en ik heb hem nog niet eens gebruikt.',
      'Het omslag zat vol kreukels, het pakje heeft duidelijk ergens onder gelegen.',
    ],
  },
};
