import type { Answer } from '../upstream/fault.ts';
import type { ReceivedRequest } from '../upstream/http-upstream.ts';
import { answer, answerV3Page, notFound, parseBody, problem, slicePage, toPageAsked, toParameters } from './answers.ts';

export interface FakeHook {
  readonly id: number;
  readonly scope: string;
  readonly destination: string;
  is_active: boolean;
  headers: Readonly<Record<string, string>>;
}

/** Webhooks: one for each scope and destination, to https on port 443 only. */
export function createHookRoom(hooks: FakeHook[]): (request: ReceivedRequest, path: string) => Answer {
  function create(request: ReceivedRequest): Answer {
    const body = parseBody(request);
    const [scope, destination] = [String(body['scope']), String(body['destination'])];
    const { protocol, port } = new URL(destination);
    if (protocol !== 'https:' || port !== '') return problem(422, 'destination must be https on port 443');
    if (hooks.some((hook) => hook.scope === scope && hook.destination === destination))
      return problem(409, 'A hook of this scope and destination exists.');
    const made: FakeHook = {
      id: hooks.length + 1,
      scope,
      destination,
      is_active: body['is_active'] === true,
      headers: toHeaders(body['headers']),
    };
    hooks.push(made);
    return answer({ data: made, meta: {} });
  }

  return (request, path) => {
    if (path === 'v3/hooks' && request.method === 'POST') return create(request);
    if (path === 'v3/hooks') {
      const parameters = toParameters(request);
      const destination = parameters.get('destination');
      const found = hooks.filter((hook) => destination === undefined || hook.destination === destination);
      const asked = toPageAsked(parameters);
      return answerV3Page(slicePage(found, asked), found.length, asked);
    }
    const hook = hooks.find(({ id }) => `v3/hooks/${id}` === path);
    if (hook === undefined || request.method !== 'PUT') return notFound;
    Object.assign(hook, parseBody(request));
    return answer({ data: hook, meta: {} });
  };
}

function toHeaders(told: unknown): FakeHook['headers'] {
  return Object.fromEntries(Object.entries(told ?? {}).map(([name, value]) => [name, String(value)]));
}
