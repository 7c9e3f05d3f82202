import type { Rejection } from '@regulars/core/shared';

/** A refusal the user can act on; the command ends with exit code 1 and these lines. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly rejections: readonly Rejection[];

  constructor(message: string, rejections: readonly Rejection[] = []) {
    super(message);
    this.rejections = rejections;
  }
}

/** The lines a person reads: the message, then each field that is wrong. */
export function describeFailure({ message, rejections }: CommandFailure): string {
  return [
    message,
    ...rejections.map(({ code, path, message: detail }) => `  ${path === '' ? '' : `${path}: `}${detail} [${code}]`),
  ].join('\n');
}
