/**
 * Sorts highest first and numbers the places from 1. Equal values share a place and
 * keep their order: 9, 7, 7, 4 take places 1, 2, 2 and 4.
 */
export function placeAll<T>(all: readonly T[], valueOf: (one: T) => number): (T & { readonly place: number })[] {
  const sorted = all.toSorted((a, b) => valueOf(b) - valueOf(a))
  return sorted.map((one) => ({ ...one, place: 1 + sorted.findIndex((other) => valueOf(other) === valueOf(one)) }))
}
