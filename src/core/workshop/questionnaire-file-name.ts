import type { AskedQuestionnaire } from './workshop.ts'

/** The name of the file that a facilitator hands out. The last number of a version changes texts alone, and may be left out. */
export function questionnaireFileName({ id, version }: Pick<AskedQuestionnaire, 'id' | 'version'>): string {
  const [major, minor] = version.split('.')
  return `${id}-${major}.${minor}.json`
}
