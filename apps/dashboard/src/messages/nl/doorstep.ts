import type { Messages } from '../en.ts';

/** The sign-in page. */
export const signIn: Messages['signIn'] = {
  title: 'Welkom terug',
  lead: 'Log in om voor je winkels te zorgen.',
  email: 'E-mailadres',
  password: 'Wachtwoord',
  submit: 'Inloggen',
  setupHint: 'Deze installatie heeft nog geen eigenaar. Open de link die bij het starten in de terminal verscheen.',
  forgot: 'Wachtwoord vergeten? Vraag een eigenaar om een wachtwoordlink, of maak er een op de server:',
  forgotCommand: 'npm run regulars -- people reset <e-mail>',
};

/** The page of a link to a new password. */
export const newPassword: Messages['newPassword'] = {
  title: 'Kies een nieuw wachtwoord',
  lead: (name, email) => `Voor ${name}, die inlogt als ${email}.`,
  leadUnknown: 'Je logt er voortaan mee in.',
  password: 'Nieuw wachtwoord',
  passwordHint: 'Minstens 12 tekens. Een paar woorden die je onthoudt, zijn het best.',
  show: 'Laat zien wat ik typ',
  submit: 'Wachtwoord instellen',
  noToken: 'Deze pagina heeft een wachtwoordlink nodig. Vraag een eigenaar van deze installatie erom.',
  linkInvalid: 'Deze link werkt niet meer.',
  linkInvalidWhy:
    'Hij is gebruikt of vervangen door een nieuwere, of is ouder dan een dag. Vraag een eigenaar om een nieuwe link.',
  toSignIn: 'Naar het inloggen',
  doneTitle: 'Je nieuwe wachtwoord is ingesteld',
  doneLead: 'Je bent overal uitgelogd. Log in met je nieuwe wachtwoord.',
  doneSignIn: 'Inloggen',
};

/** The page of the first start. */
export const setup: Messages['setup'] = {
  title: 'Maak het je gemakkelijk',
  lead: 'Je bent hier de eerste. Dit account is eigenaar van de installatie; je collega’s voeg je later toe.',
  name: 'Je naam',
  email: 'E-mailadres',
  password: 'Wachtwoord',
  passwordHint: 'Minstens 12 tekens. Een paar woorden onthoud je makkelijker dan een raadsel.',
  submit: 'Eigenaar aanmaken',
  noToken:
    'Voor deze pagina heb je de link nodig die verscheen toen Regulars startte. Kopieer de hele regel uit de terminal.',
  alreadyDone: 'Deze installatie heeft al een eigenaar.',
  toSignIn: 'Naar het inloggen',
};

/** What the product does, in two sentences. */
export const promise: Messages['promise'] = {
  title: 'Van eerste koper tot vaste klant.',
  text: 'Regulars schrijft naar de klanten van je opdrachtgevers zoals een goede winkelier dat zou doen: eerst een bedankje, dan hulp bij wat ze kochten, en een reden om terug te komen.',
};
