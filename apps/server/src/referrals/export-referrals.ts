import { sql } from 'kysely';
import { readAsJson, type ExportPart } from '../foundation/database/read-as-json.ts';

/** A customer's part in referrals; who the other one is stays out of it. */
export const exportReferrals: ExportPart = (tx, storeId, customerId) =>
  readAsJson(
    tx,
    sql`
      select case when advocate_customer_id = ${customerId} then 'advocate' else 'friend' end as side,
             claimed_at as "claimedAt", state, reason,
             case when friend_customer_id = ${customerId} then friend_code end as "welcomeCode",
             case when friend_customer_id = ${customerId} then friend_person_key end as "claimedUnder"
      from referral
      where store_id = ${storeId} and (advocate_customer_id = ${customerId} or friend_customer_id = ${customerId})
      order by claimed_at, id`,
  );

/** The link by which a customer brings friends. */
export const exportAdvocateLink: ExportPart = (tx, storeId, customerId) =>
  readAsJson(
    tx,
    sql`
      select slug, created_at as "madeAt" from advocate
      where store_id = ${storeId} and customer_id = ${customerId}`,
  );
