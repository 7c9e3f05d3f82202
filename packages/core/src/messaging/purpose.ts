/**
 * Why a message is written. `marketing` needs consent, obeys caps and quiet hours and carries an unsubscribe link;
 * `transactional` serves an order the customer placed and carries no offer.
 */
export type MessagePurpose = 'marketing' | 'transactional';
