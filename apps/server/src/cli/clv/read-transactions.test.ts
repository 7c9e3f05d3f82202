import { describe, expect, it } from 'vitest';
import { toIsoDate } from './cells/calendar.ts';
import type { NamedColumns } from './columns/choose-columns.ts';
import { readTransactions } from './read-transactions.ts';

async function read(text: string, columns: NamedColumns = {}) {
  const bytes = new TextEncoder().encode(text);
  let given = 0;
  const taken: [string, number, string, number][] = [];
  const result = await readTransactions(
    {
      name: 'orders.csv',
      sizeBytes: null,
      read: async (target, offset, end) => {
        const piece = bytes.subarray(given, given + Math.min(end - offset, 1_000));
        target.set(piece, offset);
        given += piece.length;
        return piece.length;
      },
      close: async () => {},
    },
    {
      add: (customer, day, amount) => taken.push(['bought', customer, toIsoDate(day), amount]),
      addRefund: (customer, day, amount) => taken.push(['gave back', customer, toIsoDate(day), amount]),
    },
    { columns, dayOrder: null, decimalMark: null, rejectsPath: null, keepsIds: true, onProgress: () => {} },
  );
  const idOf = (customer: number) => new TextDecoder().decode(result.ids.bytesOf(customer));
  return { ...result, taken: taken.map(([what, customer, ...rest]) => [what, idOf(customer), ...rest].join(' ')) };
}

describe('Transactions', () => {
  it('are read from whatever file has them', async () => {
    const expected = ['bought ada 2026-01-02 12.5', 'bought ben 2026-01-03 1234.5'];
    for (const text of [
      'customer_id,date,amount\nada,2026-01-02,12.50\nben,2026-01-03,"1,234.50"\n',
      '\uFEFFKunde;Datum;Betrag\r\nada;02.01.2026;12,50 €\r\nben;03.01.2026;1.234,50 €\r\n',
      'klant\tdatum\tbedrag\nada\t20260102\t12.50\nben\t20260103\t1234.50',
    ]) {
      expect((await read(text)).taken).toEqual(expected);
    }
  });

  it.each([
    ['a header', 'name,date,amount\n', { customer: 'name' }],
    ['numbers', '', { customer: '1', date: '2', amount: '3' }],
  ])('may have line ends, separators and quotes within quoted cells, with %s', async (_, header, columns) => {
    const rows = ['"Doe, ""J"" 212\nLtd x",2023-12-10,62.66', '"a;b;c\r\nd;e;f\ng;h;i",2023-12-11,5'];
    const { taken } = await read(`${header}${rows.join('\n')}\n`, columns);
    expect(taken).toEqual(['bought Doe, "J" 212\nLtd x 2023-12-10 62.66', 'bought a;b;c\r\nd;e;f\ng;h;i 2023-12-11 5']);
  });

  it('need no names where columns are given by number', async () => {
    const { taken } = await read(' 00004 0001 19970101  2   29.33\n 00021 0002 19970113  1   11.77\n', {
      customer: '1',
      date: '3',
      amount: '5',
    });
    expect(taken).toEqual(['bought 00004 1997-01-01 29.33', 'bought 00021 1997-01-13 11.77']);
  });

  it('are refunds where the amount is below zero', async () => {
    const { taken, refundRows } = await read('customer,date,amount\na,2026-01-01,50\na,2026-01-05,-20\n');
    expect(taken).toEqual(['bought a 2026-01-01 50', 'gave back a 2026-01-05 20']);
    expect(refundRows).toBe(1);
  });

  it('of one order are one purchase on its first day; what it gives back later is a refund of that day', async () => {
    const { taken } = await read(
      'order_id,customer,date,amount\n7,a,2026-01-01,50\n7,a,2026-01-01,-5\n7,a,2026-01-02,10\n7,a,2026-02-01,-20\n8,a,2026-01-09,5\n8,a,2026-01-09,-30\n7,b,2026-01-03,1\n',
    );
    expect(taken).toEqual([
      'gave back a 2026-02-01 20',
      'bought a 2026-01-01 55',
      'gave back a 2026-01-09 25',
      'bought b 2026-01-03 1',
    ]);
  });

  it('are quantity times unit price where the file has no amounts', async () => {
    const { taken } = await read(
      'CustomerID,InvoiceDate,Quantity,UnitPrice\n1,12/13/2010 8:26,6,2.5\n1,12/1/2010,-2,2.5\n',
    );
    expect(taken).toEqual(['bought 1 2010-12-13 15', 'gave back 1 2010-12-01 5']);
  });

  it('have their dates told apart by the first that can be read in one way only, even when it comes late', async () => {
    const { taken } = await read('customer,date,amount\na,03/04/2026,1\nb,05/04/2026,2\na,22/04/2026,3\n');
    expect(taken.map((line) => line.split(' ')[2])).toEqual(['2026-04-03', '2026-04-05', '2026-04-22']);
  });

  it('are refused when every date may be read in two ways', async () => {
    await expect(read('customer,date,amount\na,03/03/2026,1\na,03/04/2026,1\n')).rejects.toThrow(
      'Every date in "date" may be read day first or month first, for the first time on line 3. Say which it is: --date-order day-first, or --date-order month-first.',
    );
    expect((await read('customer,date,amount\na,03/03/2026,1\n')).taken).toEqual(['bought a 2026-03-03 1']);
  });

  it('are refused in two currencies', async () => {
    await expect(
      read('customer,date,amount,currency\na,2026-01-01,1,EUR\na,2026-01-02,1,eur\nb,2026-01-02,1,USD\n'),
    ).rejects.toThrow('Line 4 is in USD, those before it in EUR. Amounts of several currencies cannot be added up');
  });

  it.each([
    [['EUR 12.30', '5', 'USD 5.00'], 'USD', 'EUR'],
    [['€12.30', '12.30 EUR', '-$5.00'], '$', 'EUR'],
    [['12.30 €', '', '(£5.00)'], 'GBP', 'EUR'],
    [['kr. 12', '7 KR', '7 CHF'], 'CHF', 'KR'],
  ])('are refused when the amounts themselves bear two currencies: %j', async (amounts, other, first) => {
    const text = amounts.map((amount) => `a,2026-01-01,${amount}\n`).join('');
    await expect(read(`customer,date,amount\n${text}`)).rejects.toThrow(
      `Line 4 is in ${other}, those before it in ${first}. Amounts of several currencies cannot be added up`,
    );
  });

  it('have the currency that their amounts bear', async () => {
    const { currency } = await read(
      'customer,date,amount EUR\na,2026-01-01,€ 15\nb,2026-01-01,7\nb,2026-01-01,about 7\nb,2026-01-01,?\n',
      {
        amount: '3',
      },
    );
    expect(currency).toBe('EUR');
  });

  it('of guests are left out, and lines of an order that say nothing of money', async () => {
    const { taken, anonymousRows, rejectedRows } = await read(
      'order_id,email,date,total\n1,a@x.nl,2026-01-01,9\n1,a@x.nl,2026-01-01,\n2,,2026-01-02,5\n',
    );
    expect(taken).toEqual(['bought a@x.nl 2026-01-01 9']);
    expect([anonymousRows, rejectedRows]).toEqual([1, 0]);
  });

  it('that cannot be used are kept with line and reason', async () => {
    const { firstRejected, rejectedRows, ids } = await read(
      'customer,date,amount\na,2026-01-01,1\nb,yesterday,1\nc,2026-01-01,much\nd,,1\ne,2026-01-01,\n"f,2026-01-01,1\n',
    );
    expect(firstRejected.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '3 The date cannot be read, or there is no such day.',
      '4 The amount cannot be read.',
      '5 The date is missing.',
      '6 The amount is missing.',
      '7 A quote that opens here is never closed.',
    ]);
    expect([rejectedRows, ids.size]).toEqual([5, 1]);
  });

  it('are told apart by their whole id, of many customers too', async () => {
    const kinds = [
      (index: number) => `c${index}`,
      (index: number) => `customer-number-${index}`,
      String,
      (index: number) => String(index * 3_011),
    ];
    const names = Array.from({ length: 50_000 }, (_, index) => kinds[index % 4]!(index));
    const { ids, taken } = await read(
      `customer,date,amount\n${[...names, ...names].map((name) => `${name},2026-01-01,1\n`).join('')}`,
    );
    expect(ids.size).toBe(50_000);
    expect(taken[99_999]).toBe(taken[49_999]);
    expect(taken[99_996]).toBe('bought c49996 2026-01-01 1');
    expect(new Set(taken).size).toBe(50_000);
  });

  it.each([
    ['', 'There is nothing in orders.csv.'],
    ['\u0000\u0001', 'orders.csv is no text'],
    ['one\ntwo\n', 'cannot be split into columns'],
    ['1,2026-01-01,5\n2,2026-01-01,5\n', 'The first line looks like data, not like names: give the columns by number.'],
  ])('are refused in words from a file that has none: %j', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});
