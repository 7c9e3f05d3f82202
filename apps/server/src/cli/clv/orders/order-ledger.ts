import type { TransactionSink } from '../transaction-sink.ts';

/** Sums the rows of each order up, so that an order is one purchase however many rows it has, or none if it only gave back. */
export interface OrderLedger {
  add(order: number, customer: number, day: number, amount: number): void;
  knows(order: number): boolean;
  /** Hands the orders on. */
  flush(): void;
}

/**
 * The order stands on the first day of its rows that do not give back. What it gives back later is a refund of that later
 * day; what else belongs to it later is part of the order.
 */
export function createOrderLedger(sink: TransactionSink): OrderLedger {
  let size = 0;
  let customers = new Int32Array(1 << 10);
  let days = new Int32Array(1 << 10);
  let amounts = new Float64Array(1 << 10);

  const reserve = (order: number) => {
    if (order < customers.length) return;
    const length = Math.max(order + 1, customers.length * 2);
    const [olderCustomers, olderDays, olderAmounts] = [customers, days, amounts];
    customers = new Int32Array(length);
    days = new Int32Array(length);
    amounts = new Float64Array(length);
    customers.set(olderCustomers);
    days.set(olderDays);
    amounts.set(olderAmounts);
  };

  return {
    knows: (order) => order < size,
    add: (order, customer, day, amount) => {
      if (order >= size) {
        reserve(order);
        size = order + 1;
        customers[order] = customer;
        days[order] = day;
        amounts[order] = amount;
      } else if (amount < 0 && day > days[order]!) {
        sink.addRefund(customer, day, -amount);
      } else {
        if (day < days[order]!) days[order] = day;
        amounts[order] = amounts[order]! + amount;
      }
    },
    flush: () => {
      for (let order = 0; order < size; order += 1) {
        const amount = amounts[order]!;
        if (amount < 0) sink.addRefund(customers[order]!, days[order]!, -amount);
        else sink.add(customers[order]!, days[order]!, amount);
      }
    },
  };
}
