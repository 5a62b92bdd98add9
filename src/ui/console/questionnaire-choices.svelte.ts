import type { OwnFile } from '../parts/own-questionnaire.ts'
import { offerOwn } from './asked-questionnaires.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import type { WorkshopRepository } from './workshop-repository.svelte.ts'
import type { ConsoleTools, OfferedQuestionnaire } from './workshop-tools.ts'

/** The name under which a questionnaire is chosen: of one from a file its fingerprint, else its id. */
export const choiceOf = ({ id, own }: OfferedQuestionnaire): string => own?.fingerprint ?? id

/** The questionnaires that a set-up can choose from: those of the page, of workshops on this device, and from files. */
export class QuestionnaireChoices {
  readonly #drafts: DraftKeeper
  #all = $state.raw<readonly OfferedQuestionnaire[]>([])

  constructor(
    { offered, askedBy, readOwn }: Pick<ConsoleTools, 'offered' | 'askedBy' | 'readOwn'>,
    repository: WorkshopRepository,
    drafts: DraftKeeper,
  ) {
    this.#drafts = drafts
    this.#all = offered
    const kept = repository.all.filter(({ ownQuestionnaire }) => ownQuestionnaire !== undefined)
    for (const one of kept) this.#add(askedBy(one))
    const { questionnaire } = drafts
    this.#add(questionnaire === null ? null : readOwn(questionnaire))
  }

  get all(): readonly OfferedQuestionnaire[] {
    return this.#all
  }

  find(choice: string): OfferedQuestionnaire | undefined {
    return this.#all.find((one) => choiceOf(one) === choice)
  }

  /** Adds one from a file that was opened now. */
  open(file: OwnFile): OfferedQuestionnaire {
    this.#drafts.keepQuestionnaire(file.text)
    return this.#add(offerOwn(file))
  }

  #add<Found extends OfferedQuestionnaire | null>(found: Found): Found {
    if (found && !this.find(choiceOf(found))) this.#all = [...this.#all, found]
    return found
  }
}
