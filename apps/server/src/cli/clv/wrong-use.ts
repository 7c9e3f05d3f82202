/** The command line asks for what cannot be: the command ends with exit code 2 and this sentence. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}
