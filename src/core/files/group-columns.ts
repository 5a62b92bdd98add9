import { identityIn, type PersonKind } from './known-columns.ts'
import type { SheetColumns } from './read-row.ts'

/** The kind of cell that decides whose row it is: an identity, or else the number of the response. */
type Deciding = PersonKind | 'record'

/** The code of an empty cell, and of all cells beyond as many as a character can tell apart. */
const UNANSWERED = 0
const LAST_CODE = 0xffff

/** An address is one mailbox; a department has a name. */
const isAddress = (identity: string) => identity.includes('@')

interface Identified {
  readonly kind: Deciding
  /** The answers of the first row with this identity, as they stand in it: a character for each, by its code. */
  readonly first: string
  rows: number
  /** Whether a row answers otherwise than the first. */
  isShared: boolean
}

/**
 * Finds the kinds of person columns that rather name groups, as departments: more
 * than half of the complete rows that they would identify share the identity with a
 * row that answers otherwise. Few people answer a survey twice, and an unfinished
 * row beside a complete one is of somebody who began again. Only what decides who a
 * row is counts, and addresses never do. Cells are compared as they stand, because
 * what they mean may not be known yet.
 */
export class GroupColumns {
  readonly #identified = new Map<string, Identified>()
  /** A code for each cell that stands in a statement: those of 100,000 people as texts take 40 MB. */
  readonly #codes = new Map<string, number>([['', UNANSWERED]])

  /** Sees a row, whether or not its answers can be read. */
  see({ persons, records, items, fold }: SheetColumns, cells: readonly string[]): void {
    const found = [...persons, ...records.map((column) => ({ column, kind: 'record' as const }))]
      .map(({ column, kind }) => ({ kind, identity: identityIn(cells[column] ?? '') }))
      .find(({ identity }) => identity !== null)
    if (!found || found.identity === null || isAddress(found.identity)) return
    const answers = items.map(({ column, others }) =>
      this.#codeOf(fold([column, ...others].map((at) => cells[at] ?? '').find((cell) => cell !== '') ?? '')),
    )
    if (answers.filter((code) => code !== UNANSWERED).length * 2 < answers.length) return
    const key = `${found.kind}:${found.identity}`
    const known = this.#identified.get(key)
    if (known) {
      known.rows++
      known.isShared ||= answers.some((code, at) => {
        const first = known.first.charCodeAt(at)
        return code !== UNANSWERED && first !== UNANSWERED && code !== first
      })
    } else {
      const first = String.fromCharCode(...answers)
      this.#identified.set(key, { kind: found.kind, first, rows: 1, isShared: false })
    }
  }

  #codeOf(cell: string): number {
    const known = this.#codes.get(cell)
    if (known !== undefined) return known
    // Beyond it are texts and no answers, which all count as one.
    const code = Math.min(this.#codes.size, LAST_CODE)
    if (code < LAST_CODE) this.#codes.set(cell, code)
    return code
  }

  kinds(): ReadonlySet<Deciding> {
    const kinds = new Map<Deciding, { rows: number; shared: number }>()
    for (const { kind, rows, isShared } of this.#identified.values()) {
      const before = kinds.get(kind) ?? { rows: 0, shared: 0 }
      kinds.set(kind, { rows: before.rows + rows, shared: before.shared + (isShared ? rows : 0) })
    }
    return new Set([...kinds].flatMap(([kind, { rows, shared }]) => (shared * 2 > rows ? [kind] : [])))
  }
}
