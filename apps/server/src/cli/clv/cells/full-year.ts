/** The year that two digits mean, as POSIX reads `%y`. */
export function toFullYear(year: number): number {
  return year < 69 ? 2000 + year : 1900 + year;
}
