/** The sign-in page. */
export const signIn = {
  title: 'Welcome back',
  lead: 'Sign in to look after your stores.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  setupHint: 'Nobody owns this instance yet. Open the set-up link that was printed when it started.',
};

/** The page of the first start. */
export const setup = {
  title: 'Make yourself at home',
  lead: 'You are the first one here. This account owns the instance; you can add your colleagues later.',
  name: 'Your name',
  email: 'E-mail address',
  password: 'Password',
  passwordHint: 'At least 12 characters. A few words are easier to remember than a riddle.',
  submit: 'Create the owner',
  noToken:
    'This page needs the set-up link that was printed when Regulars started. Copy the whole line from the terminal.',
  alreadyDone: 'This instance has an owner already.',
  toSignIn: 'Sign in instead',
};

/** What the product does, in two sentences. */
export const promise = {
  title: 'First-time buyers become regulars.',
  text: 'Regulars writes to your clients’ customers the way a good shopkeeper would: a thank-you first, help with what they bought, and a reason to come back.',
};
