/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * A name for a sentence of another direction: isolated where it is written from
 * right to left, as the `bdi` element would, so that a number or a quotation mark
 * behind it stays in place. Unicode UAX 9, 2.4.
 */
export function isolate(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name
}
