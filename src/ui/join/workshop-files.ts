import type { KeyValueStore } from '../../core/ports.ts'
import type { AskedQuestionnaire } from '../../core/workshop/workshop.ts'
import { DEFAULT_LANGUAGE } from '../locales/index.ts'
import type { ListedQuestionnaire } from '../parts/listed-questionnaire.ts'
import { OWN_KEYS } from '../parts/own-keys.ts'
import type { OwnFile, OwnQuestionnaire } from '../parts/own-questionnaire.ts'

const keyOf = (fingerprint: string) => `${OWN_KEYS}questionnaire.${fingerprint}`

/** The files opened in this tab, where the browser keeps nothing. */
const opened = new Map<string, string>()

interface Outside {
  /** The page's own questionnaires. */
  readonly questionnaires: readonly ListedQuestionnaire[]
  readonly store: KeyValueStore
  readonly again: () => Promise<unknown>
}

/** The questionnaire that a workshop asks from a facilitator's file, and the file once it is on this device. */
export class WorkshopFiles {
  readonly asked: Required<AskedQuestionnaire>
  /** `null` until the person has opened the file. */
  readonly own: ListedQuestionnaire | null
  readonly #outside: Outside

  private constructor(asked: Required<AskedQuestionnaire>, own: ListedQuestionnaire | null, outside: Outside) {
    this.asked = asked
    this.own = own
    this.#outside = outside
  }

  static async of(asked: Required<AskedQuestionnaire>, outside: Outside): Promise<WorkshopFiles> {
    const { fingerprint } = asked
    const kept = outside.store.read(keyOf(fingerprint))
    const text = opened.get(fingerprint) ?? (kept.ok ? kept.value : null)
    const files = new WorkshopFiles(asked, null, outside)
    if (text === null) return files
    const { readOwnQuestionnaire } = await import('../parts/own-questionnaire.ts')
    const read = readOwnQuestionnaire(text, files.taken, await files.answers(), DEFAULT_LANGUAGE)
    const isAsked = read.ok && files.differenceOf(read.file) === null
    return new WorkshopFiles(asked, isAsked ? read.questionnaire : null, outside)
  }

  /** The ids of the page's own questionnaires, which no file may use. */
  get taken(): readonly string[] {
    return this.#outside.questionnaires.map(({ id }) => id)
  }

  /** The canonical answers that a questionnaire can name. */
  async answers(): Promise<OwnAnswers> {
    const [first] = this.#outside.questionnaires
    return (await first?.result(DEFAULT_LANGUAGE))?.answers ?? []
  }

  /** How a file differs from the one that is asked for; `null` for not at all. */
  differenceOf({ questionnaire, fingerprint }: OwnFile): 'questionnaire' | 'version' | 'content' | null {
    if (questionnaire.id !== this.asked.id) return 'questionnaire'
    const [major, minor] = questionnaire.version.split('.')
    if (`${major}.${minor}` !== this.asked.version) return 'version'
    return fingerprint === this.asked.fingerprint ? null : 'content'
  }

  /** Keeps the file that is asked for, and opens the workshop with it. */
  async take({ file }: Extract<OwnQuestionnaire, { ok: true }>): Promise<void> {
    opened.set(file.fingerprint, file.text)
    this.#outside.store.write(keyOf(file.fingerprint), file.text)
    await this.#outside.again()
  }
}

type OwnAnswers = Awaited<ReturnType<ListedQuestionnaire['result']>>['answers']
