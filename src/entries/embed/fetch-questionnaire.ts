import type { ListedQuestionnaire } from '../../ui/parts/listed-questionnaire.ts'
import { DEFAULT_LANGUAGE, type Language } from '../../ui/locales/index.ts'

/**
 * Loads a questionnaire from an address of the host's, and checks it like one from
 * a person's file.
 *
 * @throws Error with its issues, for the host to correct.
 */
export async function fetchQuestionnaire(
  address: string,
  known: readonly ListedQuestionnaire[],
  language: Language,
): Promise<ListedQuestionnaire> {
  const [response, { readOwnQuestionnaire }, { describeQuestionnaireIssue }, { questionnaireFileTexts }, part] =
    await Promise.all([
      fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' }),
      import('../../ui/parts/own-questionnaire.ts'),
      import('../../ui/locales/en/questionnaire-issues.ts'),
      import('../../ui/locales/en/questionnaire-file.ts'),
      known[0]?.result(language),
    ])
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  const ids = known.map(({ id }) => id)
  const read = readOwnQuestionnaire(await response.text(), ids, part?.answers ?? [], DEFAULT_LANGUAGE)
  if (read.ok) return read.questionnaire
  const { problem } = read
  const lines =
    problem.is === 'unsound'
      ? problem.issues.map(
          ({ issue, place }) => `${questionnaireFileTexts.place(place)}: ${describeQuestionnaireIssue(issue)}`,
        )
      : [`${questionnaireFileTexts.problemPlace(problem)} ${questionnaireFileTexts.problem(problem)}`.trim()]
  throw new Error(`The questionnaire at ${address} cannot be used.\n${lines.join('\n')}`)
}
