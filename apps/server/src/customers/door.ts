export { everybody } from './customer-filter.ts';
export { ensureCustomer, type NewPerson } from './ensure-customer.ts';
export { findBuyerByEmail, findPeople, type Person } from './find-person.ts';
export { importOrders, type ImportTarget, type ImportVerdict } from './import-orders.ts';
export { findCustomer, listCustomers } from './list-customers.ts';
export { listOrders } from './list-orders.ts';
export { readFirstPurchases, readOrderStandings, type OrderStanding } from './order-standings.ts';
export { readOrdersInWords, readRecipients, type OrderInWords, type Recipient } from './read-recipients.ts';
export { suggestValues, type SuggestedValue } from './suggest-values.ts';
