import type { CanonicalAnswer } from '../../core/questionnaire/schema.ts'
import { layoutsOf } from '../../core/response/layout.ts'
import type { CollectSetting } from '../../core/workshop/setting.ts'
import { DEFAULT_LANGUAGE, listedLanguages } from '../locales/index.ts'
import { readOwnQuestionnaire, type OwnFile } from '../parts/own-questionnaire.ts'
import type { AskingWorkshop, ConsoleTools, OfferedQuestionnaire } from './workshop-tools.ts'

/** The answers that questionnaires of this page can name. */
export const answersOf = ([first]: readonly OfferedQuestionnaire[]): readonly CanonicalAnswer[] =>
  Object.values(first?.parts ?? {})[0]?.answers ?? []

/** A questionnaire from a file, as one to choose. One in none of the page's languages is asked in its own. */
export function offerOwn({ questionnaire, texts, text, fingerprint, partIn }: OwnFile): OfferedQuestionnaire {
  const listed = listedLanguages()
  const languages = listed.filter((language) => texts[language])
  return {
    id: questionnaire.id,
    version: questionnaire.version,
    items: questionnaire.items.length,
    languages: languages.length > 0 ? languages : [DEFAULT_LANGUAGE],
    parts: Object.fromEntries(listed.map((language) => [language, partIn(language)])),
    own: { text, fingerprint },
  }
}

/** Finds the questionnaires of workshops: those of the page, and those that workshops have with them. */
export function askedQuestionnaires(
  offered: readonly OfferedQuestionnaire[],
  places: CollectSetting['places'],
): Pick<ConsoleTools, 'askedBy' | 'readOwn' | 'settingOf'> {
  const ids = offered.map(({ id }) => id)
  /** Read once: a workshop changes with each response, its questionnaire never. */
  const own = new Map<string, OfferedQuestionnaire | null>()

  function ownOf(text: string): OfferedQuestionnaire | null {
    const known = own.get(text)
    if (known !== undefined) return known
    const read = readOwnQuestionnaire(text, ids, answersOf(offered), DEFAULT_LANGUAGE)
    const found = read.ok ? offerOwn(read.file) : null
    own.set(text, found)
    return found
  }

  function askedBy({ workshop, ownQuestionnaire }: AskingWorkshop): OfferedQuestionnaire | null {
    const { id, fingerprint } = workshop.questionnaire
    if (fingerprint === undefined) return offered.find((one) => one.id === id) ?? null
    const asked = ownQuestionnaire === undefined ? null : ownOf(ownQuestionnaire)
    return asked?.own?.fingerprint === fingerprint && asked.id === id ? asked : null
  }

  const layoutsFrom = ({ parts }: OfferedQuestionnaire) => {
    const [part] = Object.values(parts)
    return part ? layoutsOf(part.questionnaire, part.published) : []
  }
  const layoutsHere = offered.flatMap(layoutsFrom)

  return {
    askedBy,
    readOwn: ownOf,
    settingOf(kept) {
      const asked = askedBy(kept)
      const parts = Object.values(asked?.parts ?? {})
      const [part] = parts
      if (!asked || !part) return null
      const { workshop } = kept
      const [major, minor] = workshop.questionnaire.version.split('.').map(Number)
      const layouts = asked.own ? [...layoutsFrom(asked), ...layoutsHere] : layoutsHere
      const isHere = layouts.some(
        (layout) => layout.id === asked.id && layout.major === major && layout.minor === minor,
      )
      if (!isHere) return null
      return { workshop, layouts, asked: part.questionnaire, texts: parts.map(({ texts }) => texts), places }
    },
  }
}
