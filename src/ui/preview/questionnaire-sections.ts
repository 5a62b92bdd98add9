import { nameLevels } from '../../core/questionnaire/placeholders.ts'
import { isConceptItem, itemsOf } from '../../core/questionnaire/lookup.ts'
import type { Finding, Item, RoomFinding } from '../../core/questionnaire/schema.ts'
import { previewTexts } from '../locales/en/preview.ts'
import { describeRoomRule } from './describe-room-rule.ts'
import { describeRule } from './describe-rule.ts'
import { factRow, textRow, type Column, type Entry, type Section } from './entries.ts'

const { labels, sections } = previewTexts

/**
 * Every text of a questionnaire with its facts, in the order of its file.
 *
 * @param columns at least one; languages of the same questionnaire
 */
export function questionnaireSections(columns: readonly [Column, ...Column[]]): Section[] {
  const { questionnaire, answers } = columns[0].part
  const row = (label: string, take: (column: Column) => string | undefined) => textRow(columns, label, take)
  /** A text that a questionnaire can do without, where some language has it. */
  const optionalRow = (label: string, take: (column: Column) => string | undefined) =>
    columns.some(take) ? [row(label, take)] : []
  const titleOf = (slug: string) => answers.find((answer) => answer.slug === slug)?.title ?? previewTexts.unnamed(slug)

  const whole: Entry = {
    id: 'whole',
    title: questionnaire.id,
    rows: [
      row(labels.title, ({ part }) => part.texts.title),
      row(labels.question, ({ part }) => part.texts.question),
      row(labels.lead, ({ part }) => part.texts.lead),
      row(labels.excluded, ({ language }) => questionnaire.excludedVocabulary[language]?.join(', ')),
      ...factRow(labels.version, [questionnaire.version]),
      ...factRow(
        labels.sources,
        questionnaire.sources.map(({ answer, version, covers }) =>
          previewTexts.source(
            titleOf(answer),
            version,
            covers ? previewTexts.covers(covers.symptoms, covers.misconceptions, covers.constraints) : null,
          ),
        ),
      ),
      ...factRow(labels.heldFrom, [questionnaire.heldFrom]),
      ...factRow(labels.opposites, questionnaire.opposites.map(previewTexts.opposite)),
    ],
  }

  const scales = Object.entries(questionnaire.scales).map(([id, { kind, options }]): Entry => ({
    id: `scale-${id}`,
    title: id,
    rows: [
      ...factRow(labels.kind, [kind]),
      row(labels.stem, ({ part }) => part.texts.scales[id]?.stem),
      ...options.map((option, index) =>
        row(labels.option(index + 1, option), ({ part }) => part.texts.scales[id]?.options[option]),
      ),
      row(labels.cantTell, ({ part }) => part.texts.scales[id]?.cantTell),
    ],
  }))

  const concepts = questionnaire.concepts.map(({ id, place, facets = [], deepDive }): Entry => {
    const items = itemsOf(questionnaire, id).length
    return {
      id: `concept-${id}`,
      title: id,
      rows: [
        row(labels.name, ({ part }) => part.texts.concepts[id]?.name),
        row(labels.about, ({ part }) => part.texts.concepts[id]?.about),
        row(labels.drawn, ({ part, interfaceTexts }) => {
          const drawn = part.texts.concepts[id]?.drawn
          return drawn && interfaceTexts.path.summary(Math.min(3, items), items, drawn)
        }),
        ...facets.map((facet) => row(labels.facet(facet), ({ part }) => part.texts.concepts[id]?.facets?.[facet])),
        ...factRow(labels.place, [previewTexts.places[place]]),
        ...factRow(labels.items, [String(items)]),
        ...factRow(labels.deepDive, [deepDive]),
      ],
    }
  })

  const constraints = questionnaire.constraints.map(({ id, names }): Entry => ({
    id: `constraint-${id}`,
    title: id,
    rows: [
      row(labels.name, ({ part }) => part.texts.constraints[id]?.name),
      ...optionalRow(labels.found, ({ part }) => part.texts.constraints[id]?.found),
      row(labels.examine, ({ part }) => part.texts.constraints[id]?.examine),
      ...factRow(labels.names, names),
      ...factRow(
        labels.items,
        questionnaire.items
          .filter((item) => isConceptItem(item) && item.constraints?.includes(id))
          .map((item) => item.id),
      ),
    ],
  }))

  const itemEntry = (item: Item, index: number): Entry => ({
    id: `item-${item.id}`,
    title: previewTexts.number(index + 1, item.id),
    rows: [
      row(labels.statement, ({ part }) => part.texts.items[item.id]?.text),
      ...(isConceptItem(item) ? [row(labels.ask, ({ part }) => part.texts.items[item.id]?.ask)] : []),
      ...optionalRow(labels.askFromTheWork, ({ part }) => part.texts.items[item.id]?.askFromTheWork),
      ...factRow(labels.kind, [item.kind, ...(isConceptItem(item) && item.reversed ? [previewTexts.reversed] : [])]),
      ...(isConceptItem(item)
        ? [
            ...factRow(labels.concept, [item.facet ? previewTexts.facetOf(item.concept, item.facet) : item.concept]),
            ...factRow(labels.constraints, item.constraints ?? []),
            ...factRow(labels.visibleFrom, item.visibleFrom),
            ...factRow(labels.weight, [item.weight?.toString()]),
          ]
        : []),
      ...factRow(
        labels.derivedFrom,
        item.derivedFrom.map(({ answer, section, bullet }) => previewTexts.derived(titleOf(answer), section, bullet)),
      ),
    ],
  })

  const guessEntry = (items: readonly string[]): Entry => ({
    id: 'guesses',
    title: 'guess',
    rows: [
      row(labels.question, ({ part }) => part.texts.guess?.question),
      row(labels.reason, ({ part }) => part.texts.guess?.reason),
      ...factRow(labels.guessed, items),
    ],
  })

  const findingEntry = (finding: Finding): Entry => ({
    id: `finding-${finding.id}`,
    title: finding.id,
    rows: [
      ...optionalRow(labels.brief, ({ part }) => part.texts.findings[finding.id]?.brief),
      row(labels.text, ({ part }) => part.texts.findings[finding.id]?.text),
      row(labels.reason, ({ part }) => part.texts.findings[finding.id]?.reason),
      ...factRow(labels.concept, [finding.concept]),
      ...factRow(labels.rule, [describeRule(finding.when, questionnaire)]),
      ...factRow(labels.answers, (finding.answers ?? []).map(titleOf)),
      ...optionalRow(labels.why, ({ part }) => part.texts.findings[finding.id]?.why),
    ],
  })

  const ofRoom = ({ part, levelNames }: Column, { id }: RoomFinding, which: 'text' | 'reason') => {
    const text = part.texts.room?.[id]?.[which]
    return text && nameLevels(text, levelNames)
  }

  const roomEntry = (finding: RoomFinding): Entry => ({
    id: `room-${finding.id}`,
    title: finding.id,
    rows: [
      row(labels.text, (column) => ofRoom(column, finding, 'text')),
      row(labels.reason, (column) => ofRoom(column, finding, 'reason')),
      ...factRow(labels.part, [previewTexts.roomParts[finding.part]]),
      ...factRow(labels.concept, [finding.concept]),
      ...factRow(labels.rule, [describeRoomRule(finding.when, questionnaire)]),
      ...factRow(labels.answers, (finding.answers ?? []).map(titleOf)),
    ],
  })

  return [
    { id: 'whole', title: sections.whole, entries: [whole] },
    { id: 'scales', title: sections.scales, entries: scales },
    { id: 'concepts', title: sections.concepts, entries: concepts },
    { id: 'constraints', title: sections.constraints, entries: constraints },
    { id: 'items', title: sections.items, entries: questionnaire.items.map(itemEntry) },
    {
      id: 'guess',
      title: sections.guess,
      entries: questionnaire.guess ? [guessEntry(questionnaire.guess.items)] : [],
    },
    ...(Object.keys(previewTexts.parts) as Finding['part'][]).map((name): Section => ({
      id: `findings-${name}`,
      ...previewTexts.parts[name],
      entries: questionnaire.findings.filter(({ part }) => part === name).map(findingEntry),
    })),
    {
      id: 'room',
      title: sections.room,
      about: previewTexts.aboutRoom,
      entries: (questionnaire.room ?? []).map(roomEntry),
    },
  ].filter(({ entries }) => entries.length > 0)
}
