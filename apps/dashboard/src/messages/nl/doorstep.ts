import type { Messages } from '../en.ts';

/** The sign-in page. */
export const signIn: Messages['signIn'] = {
  title: 'Welkom terug',
  lead: 'Log in om voor je winkels te zorgen.',
  email: 'E-mailadres',
  password: 'Wachtwoord',
  submit: 'Inloggen',
  setupHint: 'Deze installatie heeft nog geen eigenaar. Open de link die bij het starten in de terminal verscheen.',
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
