/** What every forecast of the server is about: the purchases of the next twelve months, money in a year being worth a tenth less. */
export const forecastTerms = { horizonDays: 365, annualDiscountRate: 0.1 } as const;
