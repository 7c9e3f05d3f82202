/**
 * Why something did not happen, or ended, in words for the person who runs the shop. The codes come from the rooms to
 * the right and are stable; one that is not listed is shown as it is.
 */
const sentences: Readonly<Record<string, string>> = {
  // The send gate.
  erased: 'The customer asked to be forgotten.',
  no_address: 'No usable e-mail address is known.',
  unsubscribed: 'The customer unsubscribed.',
  hard_bounce: 'Mail to this address bounced: it does not exist any more.',
  complaint: 'The customer marked an earlier mail as spam.',
  manual: 'Somebody on the team put this address on the suppression list.',
  no_consent: 'The customer has not agreed to marketing.',
  cap: 'The customer already got as many mails as one may get in this time.',
  stale: 'It was due too long ago and would have been out of place.',
  sequence_ended: 'The sequence had ended for this customer by then.',
  store_paused: 'Sending is paused for this store.',
  sequence_paused: 'The sequence is paused.',
  case_open: 'Somebody still owes the customer an answer; until then they get no marketing.',
  quiet_hours: 'It is night where the customer lives; it goes in the morning.',
  template_missing: 'The template does not exist.',
  render_failed: 'The template could not be filled in.',
  given_back: 'The process that was to send it stopped; it goes with the next batch.',
  sent_once_more: 'Nobody knew whether it had gone, and the provider had no trace of it, so it was sent once more.',
  'mail.request_invalid': 'What was asked for is no mail.',
  facts_not_ready: 'Something the mail speaks of, such as a coupon, is not ready yet.',
  // The mail server.
  recipient_invalid: 'The mail server says that the address does not exist.',
  recipient_suppressed: 'The mail provider has this address on its own suppression list.',
  message_refused: 'The mail server refused the message.',
  policy: "The mail server refused the message by its sender's rules.",
  too_large: 'The message was too large.',
  outcome_unknown:
    'The mail server broke off before it answered, so it may or may not have arrived; it is not sent again blindly.',
  // Sequences.
  order_refunded: 'The order was refunded.',
  order_cancelled: 'The order was cancelled.',
  ordered_again: 'The customer ordered again.',
  asked_question: 'The customer had a question.',
  reported_problem: 'The customer said that something is wrong.',
  cart_recovered: 'The customer bought what was in the cart.',
  cart_discarded: 'The cart is gone.',
  cart_gone: 'The cart was ordered or emptied meanwhile.',
  cart_in_use: 'The customer was at the cart just now; the mail waits until they leave it again.',
  segment_left: 'The customer left the segment it began with.',
  customer_erased: 'The customer asked to be forgotten.',
  not_a_buyer: 'The customer is no buyer any more: the order was refunded or cancelled.',
  // Referrals and rewards.
  self_referral: 'Advocate and friend look like the same person.',
  existing_customer: 'The friend had bought here before.',
  already_referred: 'Another advocate had brought this friend before.',
  link_unknown: 'The link belongs to nobody.',
  too_many_claims: 'The link had as many claims as it takes in a day.',
  program_paused: 'The referral program is paused.',
  below_minimum: "The friend's order was below the minimum.",
  refused_by_review: 'Somebody on the team turned it down.',
  advocate_cap: 'The advocate has earned as many rewards as the rules allow.',
  no_discount_codes: "The store's platform cannot make coupon codes for us.",
  kind_not_offered: "The store's platform cannot give this kind of reward.",
  not_set_up: "The store's connection lacks what making codes needs.",
  no_connection: 'No platform of the store could be reached to make the code.',
  needs_review: 'The store already has a coupon with this code that is not ours.',
  refused: 'The store refused to make the coupon.',
  unknown_final: 'The store never gave a clear answer.',
  'reward.not_wanted': 'The reward was no longer due.',
  'reward.gave_up': 'The store could not be reached for too long.',
};

/** Null where there is nothing to explain. */
export function toWhy(reason: string | null): string | null {
  return reason === null ? null : (sentences[reason] ?? `Reason: ${reason}.`);
}
