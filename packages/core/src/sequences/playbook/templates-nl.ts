import type { MailTemplate } from '../../messaging/template.ts';

const greeting = '{% if customer.first_name %}Hoi {{ customer.first_name }},{% else %}Hoi,{% endif %}';
const signature = '{{ sender.name }}  \n{% if sender.role %}{{ sender.role }}, {% endif %}{{ store.name }}';

export const templatesInDutch: readonly MailTemplate[] = [
  {
    key: 'thank-you',
    locale: 'nl',
    subject: 'Bedankt voor je bestelling',
    preheader: 'Een kort berichtje van een mens, niet van de kassa.',
    body: `${greeting}

Je bestelling {{ order.number }} is net binnen en ik wilde je even bedanken. We zijn een klein team, en elke bestelling valt ons echt op.

Je hoeft niets te doen. De bevestiging met alle gegevens krijg je apart.

Klopt er iets niet, of heb je gewoon een vraag? Beantwoord dan deze mail. Die komt bij mij terecht.

${signature}`,
  },
  {
    key: 'get-to-know',
    locale: 'nl',
    subject: 'Aan de slag met {{ order.products | first | default: "je bestelling" }}',
    preheader: 'Drie kleine dingen voor de eerste dagen.',
    body: `${greeting}

Als het goed is, heb je {{ order.products | first | default: "je bestelling" }} inmiddels in huis, of bijna. Drie kleine dingen voor de eerste dagen:

- Zit er een briefje of uitleg bij? Lees dat dan even door voordat je begint.
- Neem er de tijd voor. De eerste keer is zelden de beste.
- Bekijk alles even als het binnenkomt. Is er iets niet in orde? Laat het me weten, dan maak ik het goed.

Loop je ergens tegenaan? Stuur me je vraag, dan zoek ik het voor je uit.

${signature}`,
  },
  {
    key: 'check-in',
    locale: 'nl',
    subject: 'Hoe bevalt het?',
    preheader: 'Het is zo gedaan.',
    body: `${greeting}

Je hebt {{ order.products | first | default: "je bestelling" }} nu een tijdje. Hoe bevalt het?

[Het bevalt goed]({{ check_in.great_url }})  
[Ik heb een vraag]({{ check_in.question_url }})  
[Er is iets mis]({{ check_in.problem_url }})

Het is zo gedaan. Zit je ergens mee, dan hoor ik dat juist graag, want dan kan ik er iets aan doen.

Een mailtje terug mag ook. Ik lees elk antwoord zelf.

${signature}`,
  },
  {
    key: 'review-request',
    locale: 'nl',
    subject: 'Wil je anderen vertellen wat je ervan vindt?',
    preheader: 'Met twee eerlijke zinnen help je de volgende kiezen.',
    body: `${greeting}

Wie ons nog niet kent, leest eerst wat anderen schreven. Wil jij daar twee zinnen over {{ order.products | first | default: "je aankoop" }} aan toevoegen?

Liever eerlijk dan aardig. Wat had je zelf graag willen weten voordat je bestelde?

Je review schrijf je op [onze site]({{ store.url }}), op de pagina van het product. Vertel je het liever alleen aan mij, beantwoord dan deze mail.

${signature}`,
  },
  {
    key: 'referral-invite',
    locale: 'nl',
    subject: 'Ken je iemand die hier ook blij van wordt?',
    preheader: 'Een link voor een vriend of vriendin, en iets voor jou.',
    body: `${greeting}

Je bent bij ons teruggekomen, en dat doet ons goed. De meeste mensen leren {{ store.name }} kennen doordat iemand ons aanraadt, dus ik dacht: ik vraag het je gewoon.

Dit is jouw eigen link: [{{ referral.link }}]({{ referral.link }})

Wie via die link voor het eerst bestelt, krijgt korting. Houdt diegene de bestelling, dan krijg jij ook korting. Schiet je niemand te binnen, dan is dat natuurlijk ook prima.

${signature}`,
  },
  {
    key: 'reward-issued',
    locale: 'nl',
    subject: 'Voor jou: {{ reward.description }}',
    preheader: 'Met dank. Je code staat in deze mail.',
    body: `${greeting}

Er ligt iets voor je klaar: {{ reward.description }}. Dit is je code:

**{{ reward.code }}**

Vul hem in bij het afrekenen op [{{ store.name }}]({{ store.url }}). Hij werkt één keer{% if reward.expires_on %}, tot en met {{ reward.expires_on }}{% endif %}.

Het is onze manier om je te bedanken.

${signature}`,
  },
  {
    key: 'friend-welcome',
    locale: 'nl',
    subject: 'Je welkomstcode voor {{ store.name }}',
    preheader: '{{ reward.description }}, via iemand die je kent.',
    body: `${greeting}

Iemand die je kent, dacht dat {{ store.name }} iets voor jou is. Daarom krijg je van ons alvast iets om mee te beginnen: {{ reward.description }}. Dit is je code:

**{{ reward.code }}**

Vul hem in bij het afrekenen op [{{ store.name }}]({{ store.url }}). Hij werkt één keer, voor je eerste bestelling{% if reward.expires_on %}, tot en met {{ reward.expires_on }}{% endif %}.

Weet je niet goed wat je moet kiezen? Mail me terug, dan denk ik graag mee.

${signature}`,
  },
  {
    key: 'cart-reminder',
    locale: 'nl',
    subject: 'Nog even aan het nadenken?',
    preheader: 'Wat je had uitgekozen, staat er nog.',
    body: `${greeting}

Je had {{ cart.products | join: ", " | default: "iets" }} uitgekozen, en toen kwam er vast iets tussen. Dat heb ik zelf ook zo vaak.

Alles staat er nog: [hier is je winkelwagen]({{ cart.url }}).

Het heeft geen haast. En ben je van gedachten veranderd, dan is dat natuurlijk ook prima.

${signature}`,
  },
  {
    key: 'cart-question',
    locale: 'nl',
    subject: 'Twijfelde je ergens over?',
    preheader: 'Als het aan ons lag, hoor ik het graag.',
    body: `${greeting}

Een paar dagen geleden had je {{ cart.products | first | default: "iets" }} bijna besteld. Was er iets onduidelijk, over de maat, de bezorging of het terugsturen?

Stuur me je vraag. Die komt bij mij terecht, en ik geef je zelf antwoord.

Kwam je er gewoon niet aan toe? [Hier is je winkelwagen]({{ cart.url }}). Ik mail je er verder niet meer over.

${signature}`,
  },
];
