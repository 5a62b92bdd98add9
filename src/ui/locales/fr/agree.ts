/**
 * The form that an amount takes in French, where all below two is singular. Told here, and not by Intl: it takes some
 * 15 ms of processor time to begin, and the page's first words wait for this.
 */
export function agree(amount: number, singular: string, plural: string): string {
  return Math.abs(amount) < 2 ? singular : plural
}
