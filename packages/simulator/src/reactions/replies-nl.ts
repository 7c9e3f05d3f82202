import type { Replies } from './replies.ts';

export const repliesInDutch: Replies = {
  coffee: {
    thanks: {
      any: [
        'Wat leuk om eens van een mens te horen. Een fijne week allemaal!',
        'Bedankt! Ik zat er op kantoor om te glimlachen.',
        'Dank voor je bericht. Een vriendin hield niet op over jullie, vandaar.',
      ],
      beans: ['Dank je wel! Ik verheug me op het eerste kopje.'],
    },
    great: {
      any: ['Alles goed hier, dank je. Snel gekomen en goed ingepakt.', 'Heel blij mee. Ik kom zeker terug.'],
      beans: [
        'De lekkerste koffie die ik thuis heb gehad. De buurvrouw vroeg al waar hij vandaan komt.',
        'Heel tevreden. Die zak haalt het eind van de maand niet.',
        'Heerlijk. Ik had drie pogingen nodig voor de juiste maling, maar nu smaakt hij precies zoals jullie schrijven.',
        'Mijn man, die thee drinkt, vroeg om een tweede kop. Dat is nog nooit gebeurd.',
      ],
    },
    question: {
      any: [
        'Kan ik het bezorgadres voor de volgende keer nog wijzigen? Ik verhuis in het voorjaar.',
        'Hebben jullie ook een winkel? Ik zou graag eens komen proeven.',
      ],
      beans: [
        'Hoe grof moet ik malen voor de cafetière? Bij mij blijft er drab over.',
        'Hoelang na het branden kan ik de zak het beste openmaken?',
        'Mag ik de tweede zak invriezen, of is dat vloeken in de kerk?',
        'Deze bevalt me goed. Welke zou jij in mijn plaats hierna proberen?',
        'Is er zoiets ook met minder cafeïne? Voor na het eten.',
      ],
    },
    problem: {
      any: [
        'De doos was onderweg nat geworden en viel in mijn handen uit elkaar.',
        'Volgens mij ontbreekt er iets. Op de bon staan er twee, en er zat er één in.',
      ],
      beans: [
        'De zak was onderweg opengegaan, de helft van de bonen lag los in de doos.',
        'Ik had bonen besteld, maar kreeg gemalen koffie. Daar kan ik niets mee.',
        'Ik vind hem behoorlijk zuur. Doe ik iets verkeerd, of ligt het aan deze branding?',
        'De branddatum op de zak is van zeven weken geleden. Klopt dat?',
      ],
    },
  },
  knives: {
    thanks: {
      any: [
        'Dank je, fijn om iets te kopen bij mensen die antwoord geven.',
        'Bedankt! Het is een verjaardagscadeau voor mijn vader, dus liever geen rekening in de doos.',
        'Wat een aardige mail, ik had hem bijna niet gelezen.',
      ],
      knives: ['Top. Ik kan niet wachten om het oude mes weg te doen.'],
    },
    great: {
      any: ['Precies zoals beschreven, en prachtig ingepakt.', 'Helemaal blij. Mijn broer wil er ook een.'],
      knives: [
        'Het gaat door tomaten alsof ze er niet zijn. Eén keer in mijn vinger gesneden, eigen schuld.',
        'Prachtig ding. Mijn vrouw gebruikt de andere messen niet meer.',
        'Erg blij mee. Na twee weken krijgt het lemmet al een mooi patina.',
        'Ik verheug me op uien snijden. Nooit gedacht dat ik dat nog eens zou schrijven.',
      ],
    },
    question: {
      any: [
        'Hoe onderhoud ik het? Olie, was, of gewoon gebruiken?',
        'Het wordt toch een cadeau. Kunnen jullie er iets in graveren als ik het terugstuur?',
      ],
      knives: [
        'Na het snijden van uien zit er een blauwe vlek op het lemmet. Is dat roest of hoort dat?',
        'Met welke steen kan ik het beste beginnen? Ik heb nog nooit iets geslepen.',
        'Kan ik het op een bamboe plank gebruiken?',
        'Hoe merk ik dat het geslepen moet worden?',
      ],
    },
    problem: {
      any: [
        'Het pakje heeft in de regen gestaan en de doos is stuk. Het was als cadeau bedoeld.',
        'Ik vrees dat ik de bestelling van iemand anders heb gekregen.',
      ],
      knives: [
        'In het handvat zit een haarscheurtje bij de klinknagel. Ik kan een foto sturen.',
        'Op de tweede dag is er een stukje uitgesprongen, bij een pompoen. Dat hoort toch niet?',
        'Na één nacht zit er roest op de snede. Ik dacht toch dat ik het had afgedroogd.',
      ],
    },
  },
  books: {
    thanks: {
      any: [
        'Dank je wel! Een echt mens, wat een dag.',
        'Wat aardig. Een vriend hield niet op over jullie, zo kwam ik hier.',
      ],
      paper: ['Bedankt. Ik begin vanavond, als de kinderen het toelaten.'],
      ebooks: ['Dank je, hij staat al op mijn lezer.'],
    },
    great: {
      any: ['Prachtig, dank jullie wel. Precies wat ik hoopte.', 'Blij dat ik jullie gevonden heb. Ga zo door!'],
      paper: [
        'In twee avonden uit, en boos dat het ophield.',
        'Prachtig. Ik heb het al uitgeleend en maak me zorgen of ik het terugkrijg.',
        'Wat een goed papier. Je vergeet dat een boek zo kan aanvoelen.',
        'Ik gaf het aan mijn moeder, en ze belde om middernacht om erover te praten.',
      ],
      ebooks: [
        'In de trein gelezen, twee keer mijn halte gemist.',
        'Heel mooi, en dank dat er geen kopieerslot op zit.',
      ],
    },
    question: {
      any: [
        'Kan ik er ook een weggeven en meteen daarheen laten sturen?',
        'Geven jullie weleens een lezing? Daar zou ik voor reizen.',
      ],
      paper: [
        'Wat kan ik hierna het beste lezen, of begin ik aan iets anders van jullie?',
        'Komt deze ook als e-boek? Mijn ogen zijn niet meer wat ze waren.',
        'Zou dit iets zijn voor iemand van veertien?',
      ],
      ebooks: ['Mag ik hem op twee apparaten zetten?', 'Komt deze ook nog op papier uit?'],
    },
    problem: {
      any: [
        'Volgens mij is er twee keer afgeschreven. Kun je even kijken?',
        'Ik kreeg de bevestiging, maar daarna niets meer. Is er iets misgegaan?',
      ],
      paper: [
        'Bladzijde 113 tot 128 zitten er dubbel in, en die erna ontbreken.',
        'Het omslag zat vol kreukels, het pakje heeft duidelijk ergens onder gelegen.',
        'Het was een cadeau, en de prijs stond er nog in.',
      ],
      ebooks: [
        'De downloadlink is verlopen, staat er, en ik heb hem nog niet eens gebruikt.',
        'Het bestand gaat niet open op mijn lezer. Al het andere wel.',
      ],
    },
  },
};
