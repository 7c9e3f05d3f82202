import { startFakeMailgun, startSmtpSink, type FakeMailgun, type SmtpSink } from '@regulars/adapter-testkit';
import type { StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from './start-delivery-world.ts';

export interface MailProviders {
  readonly world: DeliveryWorld;
  readonly sink: SmtpSink;
  readonly fake: FakeMailgun;
  useSmtp(storeId: StoreId): ReturnType<DeliveryWorld['connect']>;
  useMailgun(storeId: StoreId): ReturnType<DeliveryWorld['connect']>;
  close(): Promise<void>;
}

/** A delivery world with a mail server and a provider that a store can be connected to. */
export async function startMailProviders(): Promise<MailProviders> {
  const [world, sink, fake] = [await startDeliveryWorld(), await startSmtpSink(), await startFakeMailgun()];
  return {
    world,
    sink,
    fake,
    useSmtp: (storeId) =>
      world.connect(storeId, 'smtp', { host: sink.host, port: sink.port, secure: false, requireTls: false }),
    useMailgun: (storeId) =>
      world.connect(
        storeId,
        'mailgun',
        { apiKey: fake.apiKey, domain: fake.domain, region: 'eu', baseUrl: fake.url },
        fake.signingKey,
      ),
    close: async () => {
      await world.close();
      await Promise.all([sink.close(), fake.close()]);
    },
  };
}
