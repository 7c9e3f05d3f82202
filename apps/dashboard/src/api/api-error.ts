/** A refusal of the server, as problem+json. */
export interface ProblemDetails {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly requestId: string | null;
}

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The refusal in an answer that is none of 2xx, or one that says so little. */
export async function toApiError(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as Partial<ProblemDetails> | null;
  return new ApiError({
    title: body?.title ?? response.statusText,
    status: response.status,
    code: body?.code ?? 'server.unexpected',
    detail: body?.detail ?? null,
    errors: body?.errors ?? [],
    requestId: body?.requestId ?? null,
  });
}

/** The refusal behind whatever a query or mutation failed with; a lost connection is one of its own. */
export function toProblemDetails(error: unknown): ProblemDetails {
  if (error instanceof ApiError) return error.problem;
  return { title: '', status: 0, code: 'network.unreachable', detail: null, errors: [], requestId: null };
}
