import type { Replies } from './replies.ts';

export const repliesInEnglish: Replies = {
  coffee: {
    thanks: [
      'Thanks for the note! Looking forward to the first cup.',
      'How nice to hear from a person for once. Parcel arrived this morning, smells wonderful.',
      'Thank you! Say hello to whoever wrote the little card.',
    ],
    great: [
      'Best coffee I have had at home. My neighbour has already asked where it is from.',
      'Very happy with it. The bag will not last the month.',
      'Lovely. It took me three tries to get the grind right, but now it is just as you describe it.',
    ],
    question: [
      'Which grind would you use for a French press? Mine comes out muddy.',
      'How long after roasting should I wait before opening the bag?',
      'Could I freeze the second bag, or is that a crime?',
    ],
    problem: [
      'The bag had come open in the post and half the beans were in the box.',
      'I ordered whole beans but got ground coffee, and I do not own a filter.',
      'It tastes quite sour to me. Have I done something wrong, or is it the batch?',
    ],
  },
  knives: {
    thanks: [
      'Thank you, it feels good to buy from people who reply.',
      'Thanks! It is a birthday present for my father, so no spoilers on the invoice, please.',
      'Cheers. Can’t wait to get rid of the old one.',
    ],
    great: [
      'It goes through tomatoes as if they were not there. I have cut myself once; my own fault.',
      'Beautiful thing. My wife has stopped using the other knives.',
      'Very pleased. The patina is coming along nicely after two weeks.',
    ],
    question: [
      'There is a bluish stain on the blade after cutting onions. Is that rust or is that the patina?',
      'Which stone should I begin with? I have never sharpened anything.',
      'Is it all right to use it on a bamboo board?',
    ],
    problem: [
      'The handle has a hairline crack near the rivet. I have attached nothing, but I can send a photo.',
      'It chipped on the second day, on a pumpkin. Surely that should not happen?',
      'It came without the guard I ordered with it.',
    ],
  },
  books: {
    thanks: [
      'Thank you! Real paper, a real person, what a day.',
      'Thanks. I will start tonight, if the children let me.',
      'How kind. I found you through a friend who would not stop talking about the first one.',
    ],
    great: [
      'Read it in two evenings and was cross when it ended. When is the next one coming?',
      'Loved it. I have lent it out already and fear for it.',
      'Wonderful. The chapter about February did more for me than a year of apps.',
    ],
    question: [
      'Do I have to read them in order, or can my mother start with the third?',
      'Will there be a paper edition of this one as well?',
      'Can I put the e-book on two devices?',
    ],
    problem: [
      'Pages 113 to 128 are bound in twice, and the ones after are missing.',
      'The download link says that it has expired, and I have not even used it.',
      'The cover was badly creased; the parcel had clearly been under something heavy.',
    ],
  },
};
