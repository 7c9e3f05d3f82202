import { describe, expect, it } from 'vitest';
import { chooseColumns } from './choose-columns.ts';

function columnsOf(header: string, named = {}, { isData = false } = {}) {
  const chosen = chooseColumns({ cells: header.split(','), isData }, named);
  if (!chosen.ok) return chosen.failure.message;
  return Object.fromEntries(Object.entries(chosen.value.columns).filter(([, column]) => column !== null));
}

describe('Columns', () => {
  it('are known by the names that shops, tills and textbooks give them', () => {
    expect(columnsOf('order_id,customer_id,order_date,total,currency')).toEqual({
      order: 0,
      customer: 1,
      date: 2,
      amount: 3,
      currency: 4,
    });
    expect(columnsOf('Bestellnummer,Kundennr.,Datum,Betrag,Währung')).toMatchObject({
      order: 0,
      customer: 1,
      currency: 4,
    });
    expect(columnsOf('klantnummer,besteldatum,bedrag')).toEqual({ customer: 0, date: 1, amount: 2 });
    expect(columnsOf('Id,Date,Price')).toEqual({ customer: 0, date: 1, amount: 2 });
    expect(columnsOf('E-mail,createdAt,orderTotal')).toEqual({ customer: 0, date: 1, amount: 2 });
  });

  it('that are needed and unknown are asked for, with those there are', () => {
    expect(columnsOf('E-mail,moment,orderTotal')).toBe(
      'No column is known to say when it was (--date). The columns are: 1 "E-mail", 2 "moment", 3 "orderTotal". Name a column, or give its number.',
    );
  });

  it('of a till are quantity times unit price where none is the amount', () => {
    expect(columnsOf('InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID')).toEqual({
      order: 0,
      quantity: 2,
      date: 3,
      unitPrice: 4,
      customer: 5,
    });
    expect(columnsOf('customer,date,quantity')).toEqual({ customer: 0, date: 1 });
  });

  it('may be named, or numbered from 1', () => {
    expect(columnsOf('who,when,how_much', { customer: 'who', date: 'When', amount: '3' })).toEqual({
      customer: 0,
      date: 1,
      amount: 2,
    });
    expect(columnsOf('a,b', { customer: 'a', date: '3' })).toBe(
      '--date 3: there is no such column. The columns are: 1 "a", 2 "b".',
    );
    expect(columnsOf('a,b', { customer: 'a', date: '1' })).toBe('--date 1: this column is already something else.');
  });

  it('without names are known by number alone, even where a cell is that very number', () => {
    const named = { customer: '2', date: '3' };
    expect(columnsOf('2,7,2026-01-01', named, { isData: true })).toEqual({ customer: 1, date: 2 });
    expect(columnsOf('2,7,moment', named)).toEqual({ customer: 0, date: 2 });
  });
});
