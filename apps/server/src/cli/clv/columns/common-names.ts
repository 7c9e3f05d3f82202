import type { Role } from './columns.ts';

/**
 * Names under which shops, tills, spreadsheets and textbooks keep these columns, in English, German and Dutch; the
 * surest first. Written as `toPlainName` writes them.
 */
export const commonNames: Readonly<Record<Role, readonly string[]>> = {
  customer: words(`
    customer_id customerid customer_no customer_number customer_key customer cust_id custid cust client_id clientid
    client user_id userid user member_id member buyer_id buyer shopper_id account_id household_key household_id
    person_id contact_id visitor_id customer_email email_address email e_mail billing_email buyer_email
    kunden_id kundenid kunden_nr kundennr kundennummer kunde kaeufer e_mail_adresse
    klant_id klantid klant_nr klantnr klantnummer klant e_mailadres emailadres id`),
  date: words(`
    order_date orderdate transaction_date purchase_date invoice_date invoicedate sale_date sales_date placed_at
    ordered_at created_at paid_at processed_at date_created date_paid created date transaction_time purchased_at
    timestamp datetime date_time order_datetime order_time time day
    bestelldatum rechnungsdatum kaufdatum auftragsdatum belegdatum datum
    besteldatum orderdatum aankoopdatum factuurdatum`),
  amount: words(`
    amount total order_total order_value total_amount grand_total total_price totalprice total_sales net_total
    net_amount net_sales gross_amount revenue sales_amount sales_value sales line_total line_amount extended_price
    monetary_value spend spent value payment paid turnover
    betrag gesamtbetrag rechnungsbetrag gesamtsumme summe gesamt umsatz bestellwert warenwert
    bedrag totaalbedrag totaal orderbedrag orderwaarde factuurbedrag omzet`),
  order: words(`
    order_id orderid order_number order_no order_nr order_name order invoice_id invoice_no invoiceno invoice_number
    invoice transaction_id transactionid transaction_no receipt_id receipt_no receipt basket_id basket
    bestell_id bestellnummer bestell_nr bestellnr bestellung auftragsnummer auftrag rechnungsnummer rechnung belegnummer
    bestel_id bestelnummer bestelnr ordernummer ordernr bestelling factuurnummer factuur`),
  currency: words(`currency currency_code order_currency iso_currency waehrung wahrung valuta munteenheid munt`),
  quantity: words(`quantity qty units item_quantity menge anzahl stueckzahl stuckzahl aantal hoeveelheid`),
  unitPrice: words(`
    unit_price unitprice price_per_unit item_price price
    einzelpreis stueckpreis stuckpreis preis stukprijs prijs_per_stuk eenheidsprijs prijs`),
};

/** `Order Date`, `orderDate` and `order-date` are one name: `order_date`. */
export function toPlainName(name: string): string {
  return name
    .trim()
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
}

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}
