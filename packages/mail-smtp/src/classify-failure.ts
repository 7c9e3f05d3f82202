import {
  AdapterError,
  findForbiddenAddress,
  type ForbiddenAddressError,
  type SendOutcome,
} from '@regulars/adapter-contracts';
import { classifyReply } from './classify-reply.ts';

/** How far a message had got: the server knows nothing of it before its last byte left. */
export type HandoverStage = 'notHandedOver' | 'handedOver';

interface NodemailerFailure {
  readonly code: string | null;
  readonly originalCode: string | null;
  readonly command: string | null;
  readonly response: string;
  readonly forbidden: ForbiddenAddressError | null;
  readonly responseCode: number | null;
}

const commands = new Set(['MAIL FROM', 'RCPT TO', 'DATA'] as const);
const certificateTrouble = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|EPROTO/;

/**
 * What a failed sending means. A negative answer to a command is final, whatever came before it; a silence is harmless
 * until the message was handed over, and ambiguous from then on (RFC 1047): such a message is never sent again.
 *
 * @throws AdapterError for everything that is not the server's refusal of this one message.
 */
export function classifyFailure(error: unknown, stage: HandoverStage): SendOutcome {
  const failure = readFailure(error);
  if (failure.code === 'EMESSAGE' && failure.responseCode === null) {
    // nodemailer itself compares the message with the size the server told.
    return { status: 'rejected', reason: 'too_large', detailCode: '5.3.4' };
  }
  const command = [...commands].find((each) => each === failure.command);
  const isAnswer = failure.code === 'EENVELOPE' || failure.code === 'EMESSAGE';
  if (isAnswer && failure.responseCode !== null && command !== undefined) {
    return classifyReply({ code: failure.responseCode, text: failure.response, command });
  }
  throw toConnectionError(failure, stage);
}

/** What a failure to connect, to log in, or to hear back means. */
export function toConnectionError(failure: NodemailerFailure, stage: HandoverStage): AdapterError {
  if (stage === 'handedOver') {
    return new AdapterError('The mail server did not answer after the message was handed over.', {
      kind: 'unavailable',
      outcome: 'unknown',
    });
  }
  const { code, originalCode, responseCode, forbidden } = failure;
  if (forbidden !== null) return forbidden.naming('host');
  if (code === 'EAUTH' && (responseCode === null || responseCode >= 500)) {
    return new AdapterError('The mail server refused the user or the password.', {
      kind: 'unauthenticated',
      outcome: 'notDone',
    });
  }
  if (code === 'ETLS' || code === 'EREQUIRETLS' || certificateTrouble.test(originalCode ?? '')) {
    return new AdapterError('A trusted TLS connection to the mail server could not be made.', {
      kind: 'misconfigured',
      outcome: 'notDone',
    });
  }
  return new AdapterError('The mail server could not be reached.', { kind: 'unavailable', outcome: 'notDone' });
}

export function readFailure(error: unknown): NodemailerFailure {
  const fields = (typeof error === 'object' && error !== null ? error : {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string | null => (typeof fields[name] === 'string' ? fields[name] : null);
  const responseCode = fields['responseCode'];
  return {
    code: text('code'),
    originalCode: text('originalCode') ?? text('code'),
    command: text('command'),
    response: text('response') ?? '',
    forbidden: findForbiddenAddress(error),
    responseCode: typeof responseCode === 'number' ? responseCode : null,
  };
}
