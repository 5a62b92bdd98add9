/** The parts of a semantic version. */
type Numbers = readonly [major: number, minor: number, patch: number]

const numbersOf = (version: string) => version.split('.').map(Number) as unknown as Numbers

/** Negative where the first version is the lower one. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [numbersOf(one), numbersOf(other)]
  return first[0] - second[0] || first[1] - second[1] || first[2] - second[2]
}

export interface Change {
  readonly needs: 'major' | 'minor' | 'patch'
  /** The lowest version that says so. */
  readonly least: string
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/**
 * The version that a change needs. A line that is gone breaks a host; a new one breaks none; where they are the same,
 * the change is a correction, as that of a text. Before 1.0.0 the second number rises where the first one would, which
 * is what `^` of npm goes by.
 *
 * @param latest the version that was released last, which had the lines `before`
 */
export function changeSince(latest: string, before: readonly string[], after: readonly string[]): Change {
  const removed = before.filter((line) => !after.includes(line))
  const added = after.filter((line) => !before.includes(line))
  const [major, minor, patch] = numbersOf(latest)
  if (removed.length === 0 && added.length === 0)
    return { needs: 'patch', least: `${major}.${minor}.${patch + 1}`, removed, added }
  if (removed.length > 0 && major > 0) return { needs: 'major', least: `${major + 1}.0.0`, removed, added }
  return { needs: 'minor', least: `${major}.${minor + 1}.0`, removed, added }
}
