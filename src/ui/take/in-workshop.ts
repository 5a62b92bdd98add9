/** What a workshop changes about the list of a person's answers. */
export interface InWorkshop {
  /** What the client calls the person's vantage; `null` where none was said. */
  readonly vantage: string | null
  /** What becomes of answers changed from now on, once some were handed over. */
  readonly note: string | null
}
