import type { SentMessageInfo, Transporter } from 'nodemailer';
import type { HandoverStage } from './classify-failure.ts';

/** How far one message got; handed to nodemailer with the message. */
export interface Handover {
  stage: HandoverStage;
}

/**
 * Lets a transport tell when the last byte of a message left for the wire. A lost connection looks the same to
 * nodemailer before and after that moment; to us it is the difference between harmless and ambiguous.
 */
export function watchHandovers<Info extends SentMessageInfo>(transport: Pick<Transporter<Info>, 'use'>): void {
  transport.use('stream', (mail, done) => {
    const handover = (mail.data as { readonly handover?: Handover }).handover;
    const { message } = mail;
    if (handover !== undefined && message !== undefined) {
      const createReadStream = message.createReadStream.bind(message);
      message.createReadStream = (options) =>
        createReadStream(options).once('end', () => (handover.stage = 'handedOver'));
    }
    done();
  });
}
