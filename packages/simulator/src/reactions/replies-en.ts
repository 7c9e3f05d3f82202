import type { Replies } from './replies.ts';

export const repliesInEnglish: Replies = {
  coffee: {
    thanks: {
      any: [
        'How nice to hear from a person for once. Have a good week, all of you.',
        'Thank you! That made me smile at the office.',
        'Thanks for the note. I found you through a friend who would not stop talking about it.',
      ],
      beans: ['Thanks! Looking forward to the first cup.'],
    },
    great: {
      any: ['All good here, thank you. It came quickly and well packed.', 'Very happy. I will be back.'],
      beans: [
        'Best coffee I have had at home. My neighbour has already asked where it is from.',
        'Very happy with it. The bag will not last the month.',
        'Lovely. It took me three tries to get the grind right, but now it is just as you describe it.',
        'My husband, who drinks tea, asked for a second cup. That has never happened.',
      ],
    },
    question: {
      any: [
        'Can I still change the delivery address for next time? I am moving in spring.',
        'Do you have a shop as well? I would like to come by and taste.',
      ],
      beans: [
        'Which grind would you use for a French press? Mine comes out muddy.',
        'How long after roasting should I wait before opening the bag?',
        'Could I freeze the second bag, or is that a crime?',
        'I like this one a lot. Which other one would you try next, in my place?',
        'Is there a version of this with less caffeine? For after dinner.',
      ],
    },
    problem: {
      any: [
        'The box had got wet on the way and fell apart in my hands.',
        'Part of the order is missing, I think. The slip says two, and there was one.',
      ],
      beans: [
        'The bag had come open in the post and half the beans were in the box.',
        'I ordered whole beans but got ground coffee, and I do not own a filter.',
        'It tastes quite sour to me. Have I done something wrong, or is it the batch?',
        'The roast date on the bag is seven weeks ago. Is that right?',
      ],
    },
  },
  knives: {
    thanks: {
      any: [
        'Thank you, it feels good to buy from people who reply.',
        'Thanks! It is a birthday present for my father, so no invoice in the box, please.',
        'Cheers. What a lovely mail, I nearly did not read it.',
      ],
      knives: ['Thanks. Can’t wait to get rid of the old one.'],
    },
    great: {
      any: ['Exactly as described, and beautifully packed.', 'Couldn’t be happier. My brother wants one, too.'],
      knives: [
        'It goes through tomatoes as if they were not there. I have cut myself once; my own fault.',
        'Beautiful thing. My wife has stopped using the other knives.',
        'Very pleased. The patina is coming along nicely after two weeks.',
        'I look forward to chopping onions. I never thought that I would write this.',
      ],
    },
    question: {
      any: [
        'How should I look after it? Oil, wax, or simply use it?',
        'It is a present after all. Could you engrave something if I send it back?',
      ],
      knives: [
        'There is a bluish stain on the blade after cutting onions. Is that rust or is that the patina?',
        'Which stone should I begin with? I have never sharpened anything.',
        'Is it all right to use it on a bamboo board?',
        'How will I know that it needs sharpening?',
      ],
    },
    problem: {
      any: [
        'The parcel was left in the rain and the box is ruined. It was meant as a present.',
        'I am afraid that you sent me somebody else’s order.',
      ],
      knives: [
        'The handle has a hairline crack near the rivet. I can send a photo.',
        'It chipped on the second day, on a pumpkin. Surely that should not happen?',
        'It is rusty along the edge after one night. I did dry it, I thought.',
      ],
    },
  },
  books: {
    thanks: {
      any: [
        'Thank you! A real person, what a day.',
        'How kind. I found you through a friend who would not stop talking about you.',
      ],
      paper: ['Thanks. I will start tonight, if the children let me.'],
      ebooks: ['Thank you, it is on my reader already.'],
    },
    great: {
      any: ['Wonderful, thank you. Just what I had hoped for.', 'Very glad I found you. Keep going!'],
      paper: [
        'Read it in two evenings and was cross when it ended.',
        'Loved it. I have lent it out already and fear for it.',
        'What good paper. One forgets that books can feel like this.',
        'I gave it to my mother, and she rang me at midnight to talk about it.',
      ],
      ebooks: [
        'Read it on the train, twice past my stop.',
        'Loved it, and thank you for leaving out the copy protection.',
      ],
    },
    question: {
      any: [
        'Could I give one of these away, and have it sent there directly?',
        'Do you ever do readings? I would travel for one.',
      ],
      paper: [
        'Is there one to read next, or should I start with something else of yours?',
        'Will there be an e-book of this one as well? My eyes are not what they were.',
        'Would you say that this is something for a fourteen-year-old?',
      ],
      ebooks: ['Can I put it on two devices?', 'Will there be a paper edition of this one as well?'],
    },
    problem: {
      any: [
        'I think that I was charged twice. Could you have a look?',
        'The confirmation came, but nothing since. Has something gone wrong?',
      ],
      paper: [
        'Pages 113 to 128 are bound in twice, and the ones after are missing.',
        'The cover was badly creased; the parcel had clearly been under something heavy.',
        'I ordered it as a present, and it came with the price in it.',
      ],
      ebooks: [
        'The download link says that it has expired, and I have not even used it.',
        'The file will not open on my reader. Everything else does.',
      ],
    },
  },
};
