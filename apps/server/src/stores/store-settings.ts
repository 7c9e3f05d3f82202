import { z } from 'zod';

/** What makes a store one's own and may be changed at any time. */
export const storeSettings = {
  name: z.string().trim().min(1).max(120),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  locale: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'A language such as en or nl-NL.'),
  sender: z.object({
    name: z.string().trim().min(1).max(80),
    role: z.string().trim().max(80),
    email: z.email(),
    replyTo: z.email().nullable().default(null),
  }),
  postalAddress: z.string().trim().min(1).max(300).nullable(),
};

export const storeChangeSchema = z
  .strictObject({
    name: storeSettings.name.exactOptional(),
    url: storeSettings.url.exactOptional(),
    locale: storeSettings.locale.exactOptional().describe('The language of mails to customers whose own is not known.'),
    sender: storeSettings.sender.exactOptional().describe('Replaced as a whole.'),
    postalAddress: storeSettings.postalAddress.exactOptional().describe('Stands in the footer of every mail.'),
  })
  .describe(
    'What is left out stays. The slug, the currency and the time zone are for good: links, figures and days hang on them.',
  );

export type StoreChange = z.output<typeof storeChangeSchema>;
