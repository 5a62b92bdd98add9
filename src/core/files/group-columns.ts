import { identityIn, type PersonKind } from './known-columns.ts'
import type { SheetColumns } from './read-row.ts'

/** What decides who a row is: an identity, or else the number of the response. */
type Deciding = PersonKind | 'record'

/** An address is one mailbox; a department has a name. */
const isAddress = (identity: string) => identity.includes('@')

interface Identified {
  readonly kind: Deciding
  /** The answers of the first row with this identity, as they stand in it. */
  readonly first: readonly string[]
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

  /** Sees a row, whether or not its answers can be read. */
  see({ persons, records, items, fold }: SheetColumns, cells: readonly string[]): void {
    const found = [...persons, ...records.map((column) => ({ column, kind: 'record' as const }))]
      .map(({ column, kind }) => ({ kind, identity: identityIn(cells[column] ?? '') }))
      .find(({ identity }) => identity !== null)
    if (!found || found.identity === null || isAddress(found.identity)) return
    const answers = items.map(({ column, others }) =>
      fold([column, ...others].map((at) => cells[at] ?? '').find((cell) => cell !== '') ?? ''),
    )
    if (answers.filter((cell) => cell !== '').length * 2 < answers.length) return
    const key = `${found.kind}:${found.identity}`
    const known = this.#identified.get(key)
    if (known) {
      known.rows++
      known.isShared ||= answers.some((cell, at) => cell !== '' && known.first[at] !== '' && cell !== known.first[at])
    } else this.#identified.set(key, { kind: found.kind, first: answers, rows: 1, isShared: false })
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
