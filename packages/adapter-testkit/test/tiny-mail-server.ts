import type { MailUpstream, TakenMessage } from '../src/conformance/mail-harness.ts';
import { startHttpUpstream } from '../src/upstream/http-upstream.ts';
import type { TinyConfig } from './tiny-shop.ts';

/** A message as it goes over the wire. */
interface WireMessage {
  readonly messageId: string;
  readonly to: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A provider that takes messages and batches of them, keeps one list of whom not to write to, and tells of bounces. */
export async function startTinyMail(): Promise<MailUpstream<TinyConfig>> {
  const taken: TakenMessage[] = [];
  const suppressed = new Map<string, unknown>();
  const bounced: string[] = [];
  const key = 'key-of-tiny-mail';
  const take = ({ messageId, to, headers }: WireMessage): void => {
    const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
    taken.push({ messageId, recipients: [to], headers: Object.fromEntries(lowerCase) });
  };

  const upstream = await startHttpUpstream(({ method, path, query, headers, body }) => {
    const [, resource, id = ''] = path.split('/');
    const given = (): unknown => JSON.parse(body.toString('utf8'));
    const answer = (value: unknown) => ({ status: 200, body: JSON.stringify(value) });
    if (headers['x-key'] !== key) return { status: 401 };
    switch (`${method} ${resource ?? ''}`) {
      case 'GET messages':
        return answer(taken.find(({ messageId }) => messageId === id) ?? null);
      case 'POST messages':
        for (const message of [given() as WireMessage | readonly WireMessage[]].flat()) take(message);
        return answer({});
      case 'GET suppressions':
        return answer([...suppressed.values()]);
      case 'PUT suppressions':
        suppressed.set(id, given());
        return answer({});
      case 'DELETE suppressions':
        suppressed.delete(id);
        return answer({});
      case 'GET reports':
        return answer(bounced.slice(Number(new Map(query).get('after'))));
      default:
        return { status: 404 };
    }
  });
  const post = { method: 'POST' };
  return {
    config: { url: upstream.url, key },
    wrongConfig: { url: upstream.url, key: 'wrong-key-of-tiny-mail' },
    secrets: [key, 'wrong-key-of-tiny-mail'],
    listTaken: () => taken,
    loseNextAnswer: () => upstream.fail({ kind: 'resetAfter' }, post),
    refuseNextConnection: () => upstream.fail({ kind: 'resetInstead' }, post),
    refuseNextRecipient: () => upstream.fail({ kind: 'answerInstead', status: 400 }, post),
    limitNext: () => upstream.fail({ kind: 'answerInstead', status: 429 }, post),
    putBounceOf: ({ messageId }) => bounced.push(messageId),
    close: upstream.close,
  };
}
