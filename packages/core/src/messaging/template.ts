/**
 * A mail as it is written, before anybody's name is in it.
 *
 * `subject`, `preheader` and `body` may hold Liquid outputs of the variables below, with the filters `default`, `join`,
 * `first`, `date`, and `{% if %} … {% else %} … {% endif %}`; no other tag. `body` is Markdown.
 */
export interface MailTemplate {
  /** Stable name sequences send by, e.g. 'thank-you'. */
  readonly key: string;
  /** BCP 47, e.g. 'en' or 'de-AT'. */
  readonly locale: string;
  readonly subject: string;
  /** The line an inbox shows after the subject. */
  readonly preheader: string;
  readonly body: string;
}

/**
 * What a template may name. `order.*` is empty when the mail is about no order, `reward.*` when there is none.
 * The layout adds the store's address and, to marketing, the unsubscribe link: a template does not.
 */
export const templateVariables = [
  'customer.first_name',
  'store.name',
  'store.url',
  'sender.name',
  'sender.role',
  'order.number',
  /** A list of product names in the order of the order's lines, each once. */
  'order.products',
  /** Where the recipient finds the cart they left, else the store's own address; empty when the mail is about no cart. */
  'cart.url',
  /** Names of what is in it, as `order.products`. */
  'cart.products',
  /** Where the recipient of this mail says how it is going, with one of three answers. */
  'check_in.great_url',
  'check_in.question_url',
  'check_in.problem_url',
  'referral.link',
  'reward.code',
  /** In the store's words, e.g. '10% off your next order' or '€ 10,00 korting'. */
  'reward.description',
  /** A date in words in the mail's locale; empty when the reward never expires. */
  'reward.expires_on',
] as const;

export type TemplateVariable = (typeof templateVariables)[number];
