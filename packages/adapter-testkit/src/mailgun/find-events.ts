import type { Answer } from '../upstream/fault.ts';
import type { ReceivedRequest } from '../upstream/http-upstream.ts';
import type { AcceptedMessage } from './accept-message.ts';
import { json, refusal } from './mailgun-answer.ts';

/** What a look-up asks for, the same for both of Mailgun's look-up calls. */
interface EventFilter {
  readonly messageIds: readonly string[] | null;
  readonly recipients: readonly string[] | null;
  /** `name=value` pairs of `v:` fields. */
  readonly variables: readonly string[] | null;
  readonly events: readonly string[] | null;
}

/** `GET /v3/{domain}/events` (older) and `POST /v1/analytics/logs` (newer): the event `accepted` of each message that matches. */
export function findEvents(
  messages: readonly AcceptedMessage[],
  domain: string,
  request: ReceivedRequest,
  baseUrl: string,
): Answer {
  const isLogs = request.method === 'POST';
  const filter = isLogs ? readLogsFilter(request.body) : readEventsFilter(request.query);
  if (filter === null) return refusal(400, 'the request could not be read');
  const found = messages.filter((message) => matches(message, filter));
  if (isLogs) {
    const items = found.map((message) => ({
      ...toEvent(message),
      '@timestamp': new Date(message.acceptedAtMs).toISOString(),
      domain: { name: domain },
    }));
    return json(200, {
      items,
      pagination: { previous: '', next: '', first: '', last: '', total: items.length },
      aggregates: {},
    });
  }
  // Clients parse these addresses, so they have to be absolute.
  const page = `${baseUrl}/v3/${domain}/events/page`;
  const items = found.map((message) => ({ ...toEvent(message), timestamp: message.acceptedAtMs / 1000 }));
  return json(200, { items, paging: { previous: page, next: page, first: page, last: page } });
}

function toEvent(message: AcceptedMessage): object {
  return {
    id: message.eventId,
    event: 'accepted',
    'log-level': 'info',
    recipient: message.to[0],
    tags: message.tags,
    'user-variables': message.variables,
    message: {
      headers: {
        'message-id': message.messageId,
        to: message.to.join(', '),
        from: message.from,
        subject: message.subject,
      },
    },
  };
}

function matches(message: AcceptedMessage, filter: EventFilter): boolean {
  const variables = Object.entries(message.variables).map(([name, value]) => `${name}=${value}`);
  return (
    (filter.events === null || filter.events.includes('accepted')) &&
    (filter.messageIds === null || filter.messageIds.includes(message.messageId)) &&
    (filter.recipients === null ||
      message.to.some((to) => filter.recipients?.some((wanted) => to.toLowerCase().includes(wanted.toLowerCase())))) &&
    (filter.variables === null || filter.variables.some((wanted) => variables.includes(wanted)))
  );
}

function readEventsFilter(query: ReceivedRequest['query']): EventFilter {
  const values = (name: string): readonly string[] | null => {
    const found = query.filter(([key]) => key === name).flatMap(([, value]) => value.split(/ OR /));
    return found.length === 0 ? null : found;
  };
  return {
    messageIds: values('message-id'),
    recipients: values('recipient'),
    variables: null,
    events: values('event'),
  };
}

interface LogsRequest {
  readonly events?: readonly string[];
  readonly filter?: {
    readonly AND?: readonly { readonly attribute: string; readonly values: readonly { readonly value: string }[] }[];
  };
}

function readLogsFilter(body: Buffer): EventFilter | null {
  let wanted: LogsRequest;
  try {
    wanted = JSON.parse(body.toString('utf8')) as LogsRequest;
  } catch {
    return null;
  }
  const values = (attribute: string): readonly string[] | null => {
    const found = wanted.filter?.AND?.filter((clause) => clause.attribute === attribute).flatMap((clause) =>
      clause.values.map(({ value }) => value),
    );
    return found === undefined || found.length === 0 ? null : found;
  };
  return {
    messageIds: values('message_id'),
    recipients: values('recipient'),
    variables: values('user_variables')?.map((value) => value.replace(/\s*[:=]\s*/, '=')) ?? null,
    events: wanted.events ?? null,
  };
}
