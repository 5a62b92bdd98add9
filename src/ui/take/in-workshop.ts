/** Additions to the list of a person's answers in a workshop. */
export interface InWorkshop {
  /** The client's name for the person's vantage; `null` where none was said. */
  readonly vantage: string | null
  /** A note on answers changed from now on, once some were handed over. */
  readonly note: string | null
}
