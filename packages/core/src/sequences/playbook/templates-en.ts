import type { MailTemplate } from '../../messaging/template.ts';

const greeting = '{% if customer.first_name %}Hi {{ customer.first_name }},{% else %}Hi there,{% endif %}';
const signature = '{{ sender.name }}  \n{% if sender.role %}{{ sender.role }}, {% endif %}{{ store.name }}';

export const templatesInEnglish: readonly MailTemplate[] = [
  {
    key: 'thank-you',
    locale: 'en',
    subject: 'Thank you for your order',
    preheader: 'A short note from a person, not from the till.',
    body: `${greeting}

Your order {{ order.number }} just came in, and I wanted to say thank you. We are a small team, and we do notice every order.

You don't have to do anything. The confirmation with all the details comes separately.

If anything is wrong, or you simply have a question, reply to this mail. It comes to me.

${signature}`,
  },
  {
    key: 'get-to-know',
    locale: 'en',
    subject: 'Getting to know your {{ order.products | first | default: "order" }}',
    preheader: 'Three small things for the first days.',
    body: `${greeting}

By now {{ order.products | first | default: "your order" }} should be with you, or nearly. Three small things for the first days:

- If we put a note or a guide in with it, give it two minutes first.
- Take your time with it. The first go is rarely the best one.
- Look it over when it arrives. If anything is not as it should be, tell me, and I'll put it right.

Wondering about something? Reply with your question, and I'll find out for you.

${signature}`,
  },
  {
    key: 'check-in',
    locale: 'en',
    subject: 'How is it going?',
    preheader: 'It takes a moment, no more.',
    body: `${greeting}

You have had {{ order.products | first | default: "your order" }} for a while now. How is it going?

[It's great]({{ check_in.great_url }})  
[I have a question]({{ check_in.question_url }})  
[Something is wrong]({{ check_in.problem_url }})

It takes a moment, no more. If something bothers you, I want to hear that most of all, because then I can do something about it.

You can also just reply. I read every answer.

${signature}`,
  },
  {
    key: 'review-request',
    locale: 'en',
    subject: 'Would you tell others what you think?',
    preheader: 'Two honest sentences help the next person choose.',
    body: `${greeting}

People who have never heard of us read what earlier customers wrote before they decide. Would you add two sentences about {{ order.products | first | default: "what you bought" }}?

Honest is better than kind. What would you have liked to know before you ordered?

You can write your review on [our site]({{ store.url }}), on the page of the product. If you'd rather tell only me, reply to this mail.

${signature}`,
  },
  {
    key: 'referral-invite',
    locale: 'en',
    subject: 'Do you know somebody who would like this too?',
    preheader: 'A link for a friend, and something for you.',
    body: `${greeting}

You came back to us, and that means a lot. Most people who find {{ store.name }} do so because a friend told them, so I thought I'd ask you.

This is your own link: [{{ referral.link }}]({{ referral.link }})

Whoever orders through it for the first time gets a discount, and once they have kept their order, you get one as well. If nobody comes to mind, that is perfectly fine.

${signature}`,
  },
  {
    key: 'reward-issued',
    locale: 'en',
    subject: 'Your reward: {{ reward.description }}',
    preheader: 'With our thanks. The code is inside.',
    body: `${greeting}

There is a reward waiting for you: {{ reward.description }}. This is your code:

**{{ reward.code }}**

Enter it at the checkout on [{{ store.name }}]({{ store.url }}). It works once{% if reward.expires_on %}, until {{ reward.expires_on }}{% endif %}.

It is our way of saying thank you.

${signature}`,
  },
  {
    key: 'friend-welcome',
    locale: 'en',
    subject: 'Your welcome code for {{ store.name }}',
    preheader: '{{ reward.description }}, from a friend.',
    body: `${greeting}

A friend of yours thought you might like what we make, so here is something to start with: {{ reward.description }}. This is your code:

**{{ reward.code }}**

Enter it at the checkout on [{{ store.name }}]({{ store.url }}). It works once, for a first order{% if reward.expires_on %}, until {{ reward.expires_on }}{% endif %}.

Not sure what to choose? Reply, and I'll gladly help.

${signature}`,
  },
  {
    key: 'cart-reminder',
    locale: 'en',
    subject: 'Still thinking it over?',
    preheader: 'What you chose is where you left it.',
    body: `${greeting}

You chose {{ cart.products | join: ", " | default: "something" }} and then life got in the way, I suppose. It happens to me all the time.

What you chose is still there: [here is your cart]({{ cart.url }}).

There is no hurry. And if you have changed your mind, that is fine too.

${signature}`,
  },
  {
    key: 'cart-question',
    locale: 'en',
    subject: 'Did something hold you back?',
    preheader: 'If it was us, I would like to know.',
    body: `${greeting}

A few days ago you nearly ordered {{ cart.products | first | default: "something" }}. Was something unclear, about the size, the delivery, or sending it back?

Reply with your question. It comes to me, and I'll answer it myself.

If it was only the time, [your cart is here]({{ cart.url }}). I won't write about it again.

${signature}`,
  },
];
