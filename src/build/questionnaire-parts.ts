import { join } from 'node:path'
import type { Plugin } from 'vite'
import { takePart, type ResultPart, type TakePart } from '../core/questionnaire/parts.ts'
import { describeQuestionnaireIssue } from '../ui/texts/questionnaire-issues.en.ts'
import { QUESTIONNAIRES, readCanonicalAnswers, readQuestionnaire } from './read-questionnaires.ts'

const IMPORT = /^questionnaire:(take|result)\/([a-z0-9-]+)\/([a-z]{2})$/

/** One part of a checked questionnaire in one language. Throws with every issue, so that a build stops. */
export function loadPart(name: string): TakePart | ResultPart {
  const [, part, folder, language] = IMPORT.exec(name) ?? []
  if (!part || !folder || !language) throw new Error(`"${name}" is not questionnaire:(take|result)/ID/LANGUAGE`)
  const answers = readCanonicalAnswers()
  const checked = answers.ok ? readQuestionnaire(folder, answers.value) : answers
  if (!answers.ok || !checked.ok || !('questionnaire' in checked)) {
    const issues = 'issues' in checked ? checked.issues : []
    const lines = issues.map((issue) => `${issue.file}: ${issue.path.join('.')}: ${describeQuestionnaireIssue(issue)}`)
    throw new Error(`The questionnaire "${folder}" is not sound.\n${lines.join('\n')}`)
  }
  const { questionnaire } = checked
  const texts = checked.texts[language]
  if (!texts) throw new Error(`The questionnaire "${folder}" has no ${language}.json`)
  return part === 'take'
    ? takePart(questionnaire, texts, answers.value)
    : { questionnaire, texts, answers: answers.value, published: checked.published }
}

/**
 * Serves `questionnaire:take/ID/LANGUAGE` and `questionnaire:result/ID/LANGUAGE`.
 * Questionnaires are checked here, so that no page has to load a validator for
 * its own, and split in two, so that the first load carries no findings.
 */
export function questionnaireParts(): Plugin {
  return {
    name: 'questionnaire-parts',
    resolveId: (id) => (IMPORT.test(id) ? `\0${id}` : null),
    load(id) {
      const name = id.slice(1)
      const [, , folder, language] = IMPORT.exec(name) ?? []
      if (!id.startsWith('\0') || !folder) return null
      for (const file of ['../answers.json', 'questionnaire.json', 'published.json', `${language}.json`])
        this.addWatchFile(join(QUESTIONNAIRES, folder, file))
      // A browser reads JSON faster than the same written as an object.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(loadPart(name)))})`
    },
  }
}
