import type { MailgunEvent } from './parse-webhook.ts';

/** Image proxies and prefetchers open every mail, whether or not a person does. */
const prefetcher = /ImageProxy|MailProxy|Apple Mail Privacy/i;

/**
 * Whether an opening or a click was a machine's: Mailgun says so, a proxy did it, or the browser calls itself nothing
 * but `Mozilla/5.0`, as Apple's Mail Privacy Protection does.
 */
export function isMachine(event: MailgunEvent): boolean {
  if (event.event !== 'opened' && event.event !== 'clicked') return false;
  const { bot, 'client-type': type, 'client-name': name, 'user-agent': agent } = event['client-info'];
  return (
    (bot !== undefined && bot !== '') ||
    type === 'robot' ||
    agent === 'Mozilla/5.0' ||
    prefetcher.test(`${name ?? ''} ${agent ?? ''}`)
  );
}
