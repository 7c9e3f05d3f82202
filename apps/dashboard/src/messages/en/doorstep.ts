/** The sign-in page. */
export const signIn = {
  title: 'Welcome back',
  lead: 'Sign in to look after your stores.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  setupHint: 'Nobody owns this instance yet. Open the set-up link that was printed when it started.',
  forgot: 'Forgot your password? Ask an owner for a new password link, or make one on the server:',
  forgotCommand: 'npm run regulars -- people reset <e-mail>',
};

/** The page of a link to a new password. */
export const newPassword = {
  title: 'Choose a new password',
  lead: (name: string, email: string) => `For ${name}, who signs in as ${email}.`,
  leadUnknown: 'You sign in with it from now on.',
  password: 'New password',
  passwordHint: 'At least 12 characters. A few words you remember are best.',
  show: 'Show what I type',
  submit: 'Set the password',
  noToken: 'This page needs a new password link. Ask an owner of this instance for one.',
  linkInvalid: 'This link does not work any more.',
  linkInvalidWhy: 'It was used or replaced by a newer one, or is older than a day. Ask an owner for a new link.',
  toSignIn: 'To the sign-in',
  doneTitle: 'Your new password is set',
  doneLead: 'You have been signed out everywhere. Sign in with your new password.',
  doneSignIn: 'Sign in',
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
