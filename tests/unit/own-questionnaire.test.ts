import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUESTIONNAIRES, questionnaireFolders, readCanonicalAnswers } from '../../src/build/read-questionnaires.ts'
import { checkQuestionnaire } from '../../src/core/authoring/check-questionnaire.ts'
import { checkRules } from '../../src/core/authoring/check-rules.ts'
import { readQuestionnaireFile } from '../../src/core/authoring/read-questionnaire-file.ts'
import { readOwnQuestionnaire } from '../../src/ui/parts/own-questionnaire.ts'
import { listedLanguages, type Language } from '../../src/ui/locales/index.ts'
import { LANGUAGE_RULES } from '../fixtures/language-rules.ts'
import { LOCALES } from '../fixtures/locales.ts'

const SAMPLE = readFileSync(join(QUESTIONNAIRES, 'sample.json'), 'utf8')

const read = readCanonicalAnswers()
const answers = read.ok ? read.value : []

/** What a person is told of a file: each place with its sentence; nothing where it is taken. */
function told(text: string, language: Language): string[] {
  const { questionnaireFileTexts, describeQuestionnaireIssue } = LOCALES[language]
  const file = readQuestionnaireFile(text, questionnaireFolders(), answers, language)
  if (file.ok) return []
  if (file.problem.is !== 'unsound')
    return [`${questionnaireFileTexts.problemPlace(file.problem)} | ${questionnaireFileTexts.problem(file.problem)}`]
  return file.problem.issues.map(
    ({ issue, place }) => `${questionnaireFileTexts.place(place)} | ${describeQuestionnaireIssue(issue)}`,
  )
}

type Entry = Record<string, unknown> & { when: { none: Record<string, unknown>[] } }
interface Structure extends Record<string, unknown> {
  items: Entry[]
  findings: Entry[]
}
interface Words extends Record<string, unknown> {
  items: Record<string, Record<string, unknown>>
}
interface Bundle {
  questionnaire: Structure
  texts: Record<string, Words>
}

/** The sample after a change. */
function changed(change: (bundle: Bundle) => void): string {
  const bundle = JSON.parse(SAMPLE) as Bundle
  change(bundle)
  return JSON.stringify(bundle, null, 2)
}

describe('the sample', () => {
  it('is taken as it is, and has every language of the interface', () => {
    expect(told(SAMPLE, 'en')).toEqual([])
    expect(Object.keys((JSON.parse(SAMPLE) as Bundle).texts)).toEqual(listedLanguages())
  })

  it('is sound by every check that the page’s own questionnaires pass', () => {
    const { questionnaire, texts } = JSON.parse(SAMPLE) as Bundle
    const files = { folder: questionnaire['id'] as string, structure: questionnaire, texts }
    const checked = checkQuestionnaire(files, answers, checkRules)
    expect(checked.ok ? [] : checked.issues).toEqual([])
  })
})

describe('a file without a language of the interface', () => {
  it('says which language its statements are in, for whoever reads them out', async () => {
    const own = readOwnQuestionnaire(
      changed(({ texts }) => delete texts['en']),
      questionnaireFolders(),
      answers,
      'en',
    )
    const parts = own.ok
      ? await Promise.all(
          (['en', 'fr'] as const).flatMap((language) => [
            own.questionnaire.take(language),
            own.questionnaire.result(language),
          ]),
        )
      : []
    expect(parts.map(({ language }) => language)).toEqual(['fr', 'fr', 'fr', 'fr'])
  })
})

describe('a file with a fault', () => {
  it.each<[string, string, string, string]>([
    [
      'a part of a statement missing',
      changed(({ questionnaire }) => delete questionnaire.items[1]!['scale']),
      'statement 2 “Work that was already approved has to be approved again.”, “scale” | This part is missing. Add it.',
      'affirmation 2 «\u00a0Un travail déjà validé doit être validé de nouveau.\u00a0», «\u00a0scale\u00a0» | Cette partie manque. Ajoutez-la.',
    ],
    [
      'a name that refers to nothing',
      changed(({ questionnaire }) => (questionnaire.items[0]!['scale'] = 'often')),
      'statement 1 “A decision waits for people who then leave it unchanged.”, “scale” | There is no response scale “often”. Correct the id, or add it.',
      '«\u00a0scale\u00a0» | Il n’y a pas d’échelle de réponse «\u00a0often\u00a0». Corrigez l’identifiant, ou ajoutez ce qu’il désigne.',
    ],
    [
      'a word that is not among those known',
      changed(({ questionnaire }) => (questionnaire.items[0]!['kind'] = 'sign')),
      '“kind” | Only one of these words can stand here: symptom, condition, misconception, system-view. Choose one.',
      '«\u00a0kind\u00a0» | Seul un de ces mots est possible ici\u00a0: symptom, condition, misconception, system-view. Choisissez-en un.',
    ],
    [
      'a misspelt part',
      changed(({ questionnaire }) => (questionnaire.findings[0]!['wen'] = {})),
      'finding “nothing-to-score” | Nothing here is called “wen”. Correct the name, or take that part out.',
      'constat «\u00a0nothing-to-score\u00a0» | Rien ne s’appelle «\u00a0wen\u00a0» à cet endroit. Corrigez le nom, ou retirez cette partie.',
    ],
    [
      'a text where a list should be, once',
      changed(({ questionnaire }) => Object.assign(questionnaire, { items: 'none' })),
      '“items” | Here should be a list in square brackets. Write it so.',
      '«\u00a0items\u00a0» | Ici doit se trouver une liste entre crochets. Écrivez-le ainsi.',
    ],
    [
      'an empty text',
      changed(({ texts }) => (texts['fr']!['title'] = ' ')),
      'texts in French, “title” | This text is empty. Write it.',
      'textes en français, «\u00a0title\u00a0» | Ce texte est vide. Écrivez-le.',
    ],
    [
      'a statement without its text in one language',
      changed(({ texts }) => delete texts['fr']!.items['exception-needed']),
      'texts in French, statement 4 “Getting ordinary work done takes an exception to a rule.”, “text” | This text is missing.',
      'textes en français, affirmation 4 «\u00a0Getting ordinary work done takes an exception to a rule.\u00a0», «\u00a0text\u00a0» | Ce texte manque.',
    ],
    [
      'a condition that lacks what it is about',
      changed(({ questionnaire }) => delete questionnaire.findings[0]!.when.none[0]!['concept']),
      'finding “nothing-to-score”, “when › none › 1 › concept” | This part is missing.',
      'constat «\u00a0nothing-to-score\u00a0», «\u00a0when › none › 1 › concept\u00a0» | Cette partie manque.',
    ],
    [
      'an id in another form',
      changed(({ questionnaire }) => (questionnaire['id'] = 'Our Own')),
      '“id” | An id consists of small letters',
      '«\u00a0id\u00a0» | Un identifiant se compose de minuscules',
    ],
    [
      'the id of another',
      changed(({ questionnaire }) => (questionnaire['id'] = 'silence')),
      'Line 3, “id” | The id “silence” belongs to a questionnaire of this page.',
      'Ligne 3, «\u00a0id\u00a0» | L’identifiant «\u00a0silence\u00a0» est celui',
    ],
    [
      'a language by its whole name',
      changed((bundle) => (bundle.texts = { english: bundle.texts['en']! })),
      '“english” names no language.',
      '«\u00a0english\u00a0» ne désigne aucune langue.',
    ],
    ['no texts', changed((bundle) => (bundle.texts = {})), 'There are no texts.', 'Il n’y a aucun texte.'],
    [
      'a missing comma',
      SAMPLE.replace('"1.0.0",', '"1.0.0"'),
      'Line 4 | After this, a comma',
      'Ligne 4 | Ensuite, il manque une virgule',
    ],
    [
      'curly quotation marks',
      SAMPLE.replace('"version"', '“version”'),
      'Line 4 | Names and texts',
      'Ligne 4 | Les noms et les textes',
    ],
    ['nothing in it', '', ' | The file is empty.', ' | Le fichier est vide.'],
    [
      'the structure alone',
      JSON.stringify((JSON.parse(SAMPLE) as Bundle).questionnaire),
      'without its texts',
      'sans ses textes',
    ],
    [
      'the texts alone',
      JSON.stringify((JSON.parse(SAMPLE) as Bundle).texts['en']),
      'without its structure',
      'sans sa structure',
    ],
    ['answers', '{"format": "leadership-diagnostic-response"}', 'a file of answers', 'un fichier de réponses'],
    ['something else', '[1]', 'This is no questionnaire.', 'Ce fichier n’est pas un questionnaire.'],
    [
      'a third part',
      changed((bundle) => Object.assign(bundle, { notes: 1 })),
      'there is “notes”',
      'se trouve «\u00a0notes\u00a0»',
    ],
  ])('that has %s is told so, with its place, in English and in French', (_name, text, english, french) => {
    const [en, fr] = [told(text, 'en'), told(text, 'fr')]
    expect(en.some((one) => one.includes(english))).toBe(true)
    expect(fr.some((one) => one.includes(french))).toBe(true)
    expect(fr).toHaveLength(en.length)
  })

  it('is told of a list of another kind once, and nothing of its length', () => {
    expect(
      told(
        changed(({ questionnaire }) => Object.assign(questionnaire, { items: 'no' })),
        'en',
      ),
    ).toHaveLength(1)
  })

  it('names the line that the fault is on', () => {
    const text = changed(({ texts }) => (texts['fr']!.items['approved-again']!['text'] = 'Voir www.exemple.fr'))
    const line = text.split('\n').findIndex((one) => one.includes('www.exemple.fr')) + 1
    expect(told(text, 'en')[0]).toMatch(new RegExp(`^Line ${line}, texts in French, statement 2`))
  })
})

/** Every place in a value, by its path. */
function pathsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Array.isArray(value) ? value.map((one, index) => [index, one] as const) : Object.entries(value)
  return [path, ...inner.flatMap(([key, one]) => pathsIn(one, [...path, key]))]
}

it('whatever is changed in the sample is told with a line, in words, and in none of the schema’s', () => {
  const paths = pathsIn(JSON.parse(SAMPLE)).filter(({ length }) => length > 1)
  const put = fc.constantFrom(
    undefined,
    null,
    0,
    -1,
    1.5,
    true,
    '',
    'x',
    'X x',
    [],
    {},
    ['x'],
    { x: 1 },
    'y'.repeat(700),
  )
  fc.assert(
    fc.property(fc.constantFrom(...paths), put, fc.constantFrom(...listedLanguages()), (path, value, language) => {
      const text = changed((bundle) => {
        const holder = path
          .slice(0, -1)
          .reduce<Record<string | number, unknown>>((one, key) => one[key] as typeof one, bundle as never)
        if (value === undefined && Array.isArray(holder)) holder.splice(path.at(-1) as number, 1)
        else if (value === undefined) delete holder[path.at(-1)!]
        else holder[path.at(-1)!] = value
      })
      for (const line of told(text, language)) {
        expect(line).toMatch(new RegExp(`^${LANGUAGE_RULES[language].line} \\d+(, .+)? \\| .+\\.$`))
        expect(line).not.toMatch(/Invalid|expected|received|undefined|NaN|\[object|[a-z]\.\d+\.|null/)
      }
    }),
    { numRuns: 250 },
  )
})
