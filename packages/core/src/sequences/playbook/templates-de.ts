import type { MailTemplate } from '../../messaging/template.ts';

// „Sie", although English and Dutch are on first-name terms: these letters go out before the shop has read them, to its
// customers of every age in three countries. Nobody minds a „Sie" from a small shop; many mind a „du" they did not offer.
// The first name and the tone bring the warmth. A shop that says „du" to its customers writes its own version.
const greeting = '{% if customer.first_name %}Hallo {{ customer.first_name }},{% else %}Hallo,{% endif %}';
const signature = '{{ sender.name }}  \n{% if sender.role %}{{ sender.role }}, {% endif %}{{ store.name }}';

export const templatesInGerman: readonly MailTemplate[] = [
  {
    key: 'thank-you',
    locale: 'de',
    subject: 'Danke für Ihre Bestellung',
    preheader: 'Ein paar Zeilen von einem Menschen, nicht von der Kasse.',
    body: `${greeting}

gerade ist Ihre Bestellung {{ order.number }} bei uns eingegangen, und ich möchte mich bei Ihnen bedanken. Wir sind ein kleines Team und freuen uns wirklich über jede einzelne.

Sie brauchen nichts zu tun. Die Bestätigung mit allen Angaben bekommen Sie extra.

Stimmt etwas nicht, oder haben Sie einfach eine Frage? Antworten Sie auf diese Mail. Ihre Antwort kommt direkt zu mir.

${signature}`,
  },
  {
    key: 'get-to-know',
    locale: 'de',
    subject: 'Die ersten Tage mit {{ order.products | first | default: "Ihrer Bestellung" }}',
    preheader: 'Drei Kleinigkeiten für den Anfang.',
    body: `${greeting}

inzwischen ist Ihre Bestellung hoffentlich bei Ihnen, oder zumindest fast. Drei Kleinigkeiten für die ersten Tage:

- Liegt ein Zettel oder eine Anleitung bei? Dann nehmen Sie sich dafür zuerst zwei Minuten.
- Lassen Sie sich Zeit. Der erste Versuch ist selten der beste.
- Schauen Sie alles kurz durch, sobald es da ist. Stimmt etwas nicht, sagen Sie es mir, und ich bringe es in Ordnung.

Ist Ihnen etwas unklar? Schreiben Sie mir Ihre Frage, ich finde es für Sie heraus.

${signature}`,
  },
  {
    key: 'check-in',
    locale: 'de',
    subject: 'Sind Sie zufrieden?',
    preheader: 'Das ist schnell getan.',
    body: `${greeting}

vor einer Weile haben Sie bei uns {{ order.products | first | default: "etwas" }} bestellt. Sind Sie zufrieden?

[Ja, alles bestens]({{ check_in.great_url }})  
[Ich habe eine Frage]({{ check_in.question_url }})  
[Etwas stimmt nicht]({{ check_in.problem_url }})

Das ist schnell getan. Und wenn Sie etwas stört, möchte ich genau das wissen, denn dann kann ich etwas daran ändern.

Sie können auch einfach antworten. Ich lese jede Mail selbst.

${signature}`,
  },
  {
    key: 'review-request',
    locale: 'de',
    subject: 'Erzählen Sie anderen, wie Sie es finden?',
    preheader: 'Zwei ehrliche Sätze helfen den Nächsten beim Aussuchen.',
    body: `${greeting}

wer uns noch nicht kennt, liest vor dem Bestellen, was andere geschrieben haben. Würden Sie zwei Sätze dazuschreiben, über {{ order.products | first | default: "Ihren Einkauf" }}?

Lieber ehrlich als nett. Was hätten Sie selbst gern gewusst, bevor Sie bestellt haben?

Ihre Bewertung schreiben Sie auf [unserer Seite]({{ store.url }}), gleich beim Produkt. Und wenn Sie es lieber nur mir sagen möchten, antworten Sie auf diese Mail.

${signature}`,
  },
  {
    key: 'referral-invite',
    locale: 'de',
    subject: 'Kennen Sie jemanden, dem das auch gefällt?',
    preheader: 'Ein Link zum Weitergeben, und etwas für Sie.',
    body: `${greeting}

Sie sind zu uns zurückgekommen, und das freut mich sehr. Die meisten finden {{ store.name }}, weil ihnen jemand von uns erzählt hat. Darum frage ich Sie einfach.

Das ist Ihr eigener Link: [{{ referral.link }}]({{ referral.link }})

Wer darüber zum ersten Mal bestellt, bekommt einen Rabatt. Bleibt es bei der Bestellung, bekommen Sie auch einen. Und wenn Ihnen niemand einfällt, ist das völlig in Ordnung.

${signature}`,
  },
  {
    key: 'reward-issued',
    locale: 'de',
    subject: 'Für Sie: {{ reward.description }}',
    preheader: 'Mit herzlichem Dank. Ihr Code steht in dieser Mail.',
    body: `${greeting}

für Sie liegt etwas bereit: {{ reward.description }}. Das ist Ihr Code:

**{{ reward.code }}**

Geben Sie ihn an der Kasse von [{{ store.name }}]({{ store.url }}) ein. Sie können ihn einmal einlösen{% if reward.expires_on %}, bis zum {{ reward.expires_on }}{% endif %}.

Das ist unsere Art, Danke zu sagen.

${signature}`,
  },
  {
    key: 'friend-welcome',
    locale: 'de',
    subject: 'Ihr Willkommenscode für {{ store.name }}',
    preheader: '{{ reward.description }}, auf Empfehlung.',
    body: `${greeting}

jemand, der Sie kennt, meint, dass {{ store.name }} etwas für Sie wäre. Zum Kennenlernen haben wir dies für Sie: {{ reward.description }}. Das ist Ihr Code:

**{{ reward.code }}**

Geben Sie ihn an der Kasse von [{{ store.name }}]({{ store.url }}) ein. Sie können ihn einmal einlösen, bei Ihrer ersten Bestellung{% if reward.expires_on %}, bis zum {{ reward.expires_on }}{% endif %}.

Sie wissen nicht recht, was Sie nehmen sollen? Antworten Sie mir, ich berate Sie gern.

${signature}`,
  },
  {
    key: 'cart-reminder',
    locale: 'de',
    subject: 'Überlegen Sie noch?',
    preheader: 'Was Sie ausgesucht haben, liegt noch im Warenkorb.',
    body: `${greeting}

Sie hatten {{ cart.products | join: ", " | default: "etwas" }} ausgesucht, und dann ist wohl etwas dazwischengekommen. Das kenne ich gut.

Es liegt alles noch da: [Hier ist Ihr Warenkorb]({{ cart.url }}).

Es eilt nicht. Und wenn Sie es sich anders überlegt haben, ist das auch in Ordnung.

${signature}`,
  },
  {
    key: 'cart-question',
    locale: 'de',
    subject: 'War etwas unklar?',
    preheader: 'Wenn es an uns lag, wüsste ich es gern.',
    body: `${greeting}

vor ein paar Tagen hätten Sie fast {{ cart.products | first | default: "etwas" }} bestellt. War etwas unklar, die Größe, die Lieferung oder die Rückgabe?

Schreiben Sie mir Ihre Frage. Ich lese sie und antworte Ihnen selbst.

Oder hat nur die Zeit gefehlt? [Hier ist Ihr Warenkorb]({{ cart.url }}). Ich schreibe Ihnen deswegen nicht noch einmal.

${signature}`,
  },
];
