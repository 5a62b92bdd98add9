import type { ListedQuestionnaire } from '../../ui/parts/listed-questionnaire.ts'
import type { Language } from '../../ui/locales/index.ts'

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
  const [response, { readOwnQuestionnaire }, { describeQuestionnaireIssue }, part] = await Promise.all([
    fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' }),
    import('../../ui/keep/own-questionnaire.ts'),
    import('../../ui/locales/en/questionnaire-issues.ts'),
    known[0]?.result(language),
  ])
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  const ids = known.map(({ id }) => id)
  const read = readOwnQuestionnaire(await response.text(), ids, part?.answers ?? [])
  if (read.ok) return read.questionnaire
  const lines =
    read.problem === 'unsound'
      ? read.issues.map((issue) => `${issue.file} ${issue.path.join('.')}: ${describeQuestionnaireIssue(issue)}`)
      : [read.problem]
  throw new Error(`The questionnaire at ${address} cannot be used.\n${lines.join('\n')}`)
}
