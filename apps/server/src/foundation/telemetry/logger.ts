import { pino, type Logger } from 'pino';

/**
 * The log: one JSON object a line on stderr, so that stdout stays the commands' own. A constant message and fields;
 * never an e-mail address, a body, a token. What might carry them is cut here as a last resort.
 */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['req.headers', '*.email', '*.password', '*.secret', '*.authorization', '*.cookie'],
        censor: '[redacted]',
      },
      serializers: { err: describeError },
    },
    pino.destination(2),
  );
}

/** Error texts of libraries quote what they were given, addresses and secrets included: only class, code and place are kept. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    at: error.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 8)
      .map((line) => line.trim()),
  };
}
