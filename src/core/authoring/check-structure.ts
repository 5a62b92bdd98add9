import type { IdKind, QuestionnaireIssue } from './questionnaire-issues.ts'
import { guessSymbols, HAND_OVER_GUESSES } from '../codes/pack-guesses.ts'
import type { Referent } from '../findings/conditions/fields.ts'
import { isConceptItem, itemsOf } from '../questionnaire/lookup.ts'
import {
  namesIn,
  type CanonicalAnswer,
  type Condition,
  type Questionnaire,
  type RoomCondition,
} from '../questionnaire/schema.ts'
import { layoutOf } from '../response/layout.ts'

type Path = readonly (string | number)[]

const FILE = 'questionnaire.json'

/**
 * Finds faults that the schema cannot: names that refer to nothing, sources that
 * are not covered, pairs that are not opposite. Without issues, scoring and
 * findings can rely on every reference in the questionnaire.
 */
export function checkStructure(
  questionnaire: Questionnaire,
  answers: readonly Pick<CanonicalAnswer, 'slug'>[],
): QuestionnaireIssue[] {
  const issues: QuestionnaireIssue[] = []
  const known: Record<Exclude<IdKind, 'option' | 'facet'>, ReadonlySet<string>> = {
    item: new Set(questionnaire.items.filter(isConceptItem).map(({ id }) => id)),
    'lens item': new Set(questionnaire.items.filter((item) => !isConceptItem(item)).map(({ id }) => id)),
    concept: new Set(questionnaire.concepts.map(({ id }) => id)),
    scale: new Set(Object.keys(questionnaire.scales)),
    constraint: new Set(questionnaire.constraints.map(({ id }) => id)),
  }
  const slugs = new Set(answers.map(({ slug }) => slug))

  const expect = (of: keyof typeof known, id: string, path: Path) => {
    if (!known[of].has(id)) issues.push({ code: 'unknown-id', file: FILE, path, id, of })
  }
  const expectFacet = (concept: string, facet: string, path: Path) => {
    const facets = questionnaire.concepts.find(({ id }) => id === concept)?.facets ?? []
    if (!facets.includes(facet)) issues.push({ code: 'unknown-id', file: FILE, path, id: facet, of: 'facet' })
  }
  const expectAnswer = (slug: string, path: Path) => {
    if (!slugs.has(slug)) issues.push({ code: 'unknown-answer', file: FILE, path, slug })
  }
  for (const [n, id] of (questionnaire.guess?.items ?? []).entries()) expect('item', id, ['guess', 'items', n])
  const expectUnique = (list: readonly { readonly id: string }[], path: Path) => {
    for (const [index, { id }] of list.entries()) {
      if (list.findIndex((other) => other.id === id) < index)
        issues.push({ code: 'duplicate-id', file: FILE, path: [...path, index, 'id'], id })
    }
  }
  const expectOption = (scales: readonly string[], option: string, path: Path) => {
    if (!scales.every((scale) => questionnaire.scales[scale]?.options.includes(option)))
      issues.push({ code: 'unknown-id', file: FILE, path, id: option, of: 'option' })
  }

  expectUnique(questionnaire.items, ['items'])
  expectUnique(questionnaire.concepts, ['concepts'])
  expectUnique(questionnaire.constraints, ['constraints'])
  expectUnique(questionnaire.findings, ['findings'])
  expectUnique(questionnaire.room ?? [], ['room'])
  for (const [index, source] of questionnaire.sources.entries())
    expectAnswer(source.answer, ['sources', index, 'answer'])

  for (const [index, item] of questionnaire.items.entries()) {
    const at = ['items', index]
    expect('scale', item.scale, [...at, 'scale'])
    for (const [n, derivation] of item.derivedFrom.entries())
      expectAnswer(derivation.answer, [...at, 'derivedFrom', n, 'answer'])
    if (!isConceptItem(item)) continue
    expect('concept', item.concept, [...at, 'concept'])
    if (item.facet) expectFacet(item.concept, item.facet, [...at, 'facet'])
    for (const [n, constraint] of (item.constraints ?? []).entries())
      expect('constraint', constraint, [...at, 'constraints', n])
  }

  for (const [index, [first, second]] of questionnaire.opposites.entries()) {
    const pair = [first, second].map((id) => questionnaire.items.filter(isConceptItem).find((item) => item.id === id))
    for (const [n, id] of [first, second].entries()) expect('item', id, ['opposites', index, n])
    if (pair[0] && pair[1] && (pair[0].reversed === true) === (pair[1].reversed === true))
      issues.push({ code: 'not-opposite', file: FILE, path: ['opposites', index], first, second })
  }

  issues.push(...checkGuess(questionnaire))

  for (const [index, { id }] of questionnaire.concepts.entries())
    if (new Set(itemsOf(questionnaire, id).map(({ scale }) => scale)).size > 1)
      issues.push({ code: 'mixed-scales', file: FILE, path: ['concepts', index], concept: id })

  const lensScales = questionnaire.items.filter((item) => !isConceptItem(item)).map(({ scale }) => scale)
  if (questionnaire.heldFrom) expectOption(lensScales, questionnaire.heldFrom, ['heldFrom'])

  const checkCondition = (kind: 'findings' | 'room', condition: Condition | RoomCondition, at: Path) => {
    const names = namesIn(kind, condition)
    const named = (of: Referent) => names.filter((one) => one.of === of).map(({ name }) => name)
    const scales = questionnaire.items.filter(({ id }) => named('item').includes(id)).map(({ scale }) => scale)
    for (const { name, of, path } of names) {
      if (of === 'facet') for (const concept of named('concept')) expectFacet(concept, name, [...at, ...path])
      else if (of === 'option') expectOption(scales, name, [...at, ...path])
      else expect(of, name, [...at, ...path])
    }
  }
  const findings = [
    ...questionnaire.findings.map((finding, index) => ({
      kind: 'findings' as const,
      finding,
      at: ['findings', index],
    })),
    ...(questionnaire.room ?? []).map((finding, index) => ({ kind: 'room' as const, finding, at: ['room', index] })),
  ]
  for (const { kind, finding, at } of findings) {
    if (finding.concept) expect('concept', finding.concept, [...at, 'concept'])
    for (const [n, slug] of (finding.answers ?? []).entries()) expectAnswer(slug, [...at, 'answers', n])
    for (const group of ['all', 'any', 'none'] as const)
      for (const [n, condition] of (finding.when[group] ?? []).entries())
        checkCondition(kind, condition, [...at, 'when', group, n])
  }

  return [...issues, ...checkCoverage(questionnaire)]
}

/** How many statements of a concept are guessed at, where any are: one alone would make the concept a statement. */
const GUESSED_OF_CONCEPT = 2

/** Checks that what is guessed at can be seen by those who are guessed at, is two of a concept, and fits into a code. */
function checkGuess(questionnaire: Questionnaire): QuestionnaireIssue[] {
  const { guess, concepts } = questionnaire
  if (!guess) return []
  const path = ['guess', 'items']
  const guessed = questionnaire.items.filter(isConceptItem).filter(({ id }) => guess.items.includes(id))
  const twice = guess.items.flatMap((id, n): QuestionnaireIssue[] =>
    guess.items.indexOf(id) < n ? [{ code: 'duplicate-id', file: FILE, path: [...path, n], id }] : [],
  )
  const unseen = guessed
    .filter(({ visibleFrom }) => !visibleFrom.includes(guess.of))
    .map(({ id }): QuestionnaireIssue => {
      return { code: 'guess-out-of-sight', file: FILE, path: [...path, guess.items.indexOf(id)], id }
    })
  const uneven = concepts.flatMap(({ id: concept }): QuestionnaireIssue[] => {
    const { length } = guessed.filter((item) => item.concept === concept)
    return length === 0 || length === GUESSED_OF_CONCEPT
      ? []
      : [{ code: 'guesses-of-concept', file: FILE, path, concept, items: length }]
  })
  const tooMany = guessSymbols(layoutOf(questionnaire)) > HAND_OVER_GUESSES
  return [...twice, ...unseen, ...uneven, ...(tooMany ? [{ code: 'guesses-too-many' as const, file: FILE, path }] : [])]
}

/**
 * Checks that every bullet and named constraint that a source is said to cover has
 * an item, and every concept enough items.
 */
function checkCoverage(questionnaire: Questionnaire): QuestionnaireIssue[] {
  const issues: QuestionnaireIssue[] = []
  const derivedFrom = (answer: string, section: string, bullet: number) =>
    questionnaire.items.some((item) =>
      item.derivedFrom.some((from) => from.answer === answer && from.section === section && from.bullet === bullet),
    )
  for (const [index, { answer, covers }] of questionnaire.sources.entries()) {
    if (!covers) continue
    const path = ['sources', index, 'covers']
    for (const [what, section, count] of [
      ['symptom', 'what-this-looks-like', covers.symptoms],
      ['misconception', 'common-misconceptions', covers.misconceptions],
    ] as const) {
      for (let bullet = 1; bullet <= count; bullet++)
        if (!derivedFrom(answer, section, bullet))
          issues.push({ code: 'uncovered', file: FILE, path: [...path, `${what}s`], what, which: String(bullet) })
    }
    for (const [n, name] of covers.constraints.entries()) {
      const named = questionnaire.constraints.some(
        ({ id, names }) =>
          names.includes(name) &&
          questionnaire.concepts.some((concept) =>
            itemsOf(questionnaire, concept.id).some((item) => item.constraints?.includes(id)),
          ),
      )
      if (!named)
        issues.push({
          code: 'uncovered',
          file: FILE,
          path: [...path, 'constraints', n],
          what: 'constraint',
          which: name,
        })
    }
  }
  return issues
}
