/**
 * The facts about a questionnaire version that codes depend on: which items, in
 * which order, with how many options.
 */
export interface CodeLayout {
  readonly id: string
  readonly major: number
  readonly minor: number
  readonly items: readonly {
    readonly id: string
    readonly options: number
    /** Set where others' answers to it are guessed, too. */
    readonly guessed?: true
  }[]
}

/** Published versions by "major.minor": each item's id, its number of options and whether it is guessed at, in order. */
export type Published = Readonly<
  Record<string, readonly (readonly [item: string, options: number, guessed?: 'guessed'])[]>
>

const guessedIf = (isGuessed: boolean) => (isGuessed ? { guessed: true as const } : {})

interface Asked {
  readonly id: string
  readonly version: string
  readonly items: readonly { readonly id: string; readonly scale: string }[]
  readonly scales: Readonly<Record<string, { readonly options: readonly unknown[] }>>
  readonly guess?: { readonly items: readonly string[] } | undefined
}

/** The layout of the present questionnaire. The last number of its version changes no code. */
export function layoutOf({ id, version, items, scales, guess }: Asked): CodeLayout {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return {
    id,
    major,
    minor,
    items: items.map((item) => ({
      id: item.id,
      options: scales[item.scale]?.options.length ?? 0,
      ...guessedIf(guess?.items.includes(item.id) === true),
    })),
  }
}

/** The layouts of every published version, and of the present questionnaire. */
export function layoutsOf(questionnaire: Asked, published: Published): CodeLayout[] {
  const current = layoutOf(questionnaire)
  const earlier = Object.entries(published).map(([version, items]): CodeLayout => {
    const [major = 0, minor = 0] = version.split('.').map(Number)
    return {
      id: questionnaire.id,
      major,
      minor,
      items: items.map(([id, options, guessed]) => ({ id, options, ...guessedIf(guessed !== undefined) })),
    }
  })
  return [current, ...earlier.filter(({ major, minor }) => major !== current.major || minor !== current.minor)]
}

/**
 * A questionnaire's id as 20 bits, by which a code names it: FNV-1a, 32 bits
 * folded to 20 (Fowler, Noll & Vo). The check of all questionnaires makes sure
 * that no two of them share one. "execution-gaps" is 0x278D3.
 */
export function questionnaireNumber(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0
  return (hash >>> 20) ^ (hash & 0xfffff)
}
