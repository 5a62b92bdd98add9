import { suppressGroups } from '../disclosure/suppress-groups.ts'
import { isConceptItem, scaleOf, stepOfOption } from '../questionnaire/lookup.ts'
import type { ResultPart } from '../questionnaire/parts.ts'
import type { CollectedEntry } from '../workshop/collected.ts'
import type { Snapshot } from '../workshop/snapshot.ts'
import type { Workshop } from '../workshop/workshop.ts'
import { hideItem } from './audit-items.ts'
import { auditConcept, leaveConcept, type ConceptAudit, type ToAudit, type UnauditedConcept } from './audit-concept.ts'
import { clearBelow } from './clear-of.ts'
import { countedAnswers } from './counted-answers.ts'
import { countedViews } from './counted-people.ts'
import { discussFirst, hasTwoCamps } from './discuss-first.ts'
import { flagPeople } from './flag-people.ts'
import { scoreConcept } from './group-scores.ts'
import { levelGuesses } from './level-guesses.ts'
import { kindsOf, peopleIn } from './kinds-of.ts'
import { measureDistance } from './measure-distance.ts'
import { releaseConceptOver } from './release-concepts.ts'
import { releaseItems } from './release-items.ts'
import { countFlagged, releaseSightOver } from './release-sight.ts'
import { readExpert } from './read-expert.ts'
import { everybody, layOutRoom, type RoomPeople } from './room-data.ts'
import { roomFindings } from './room-findings.ts'
import type { ConceptView, ItemView, LensItemView, RoomSize, RoomView } from './room-view.ts'
import { sameRelease } from './same-release.ts'
import { shareFrom } from './share-from.ts'
import { tallyAnswers } from './tally-answers.ts'
import { tallyScores } from './tally-scores.ts'
import { unseenFromTop } from './unseen-from-top.ts'

/** The room holds an explanation from this share of its people on. */
const HALF = 0.5

function sizeOf({ levels, none }: RoomPeople, counted: RoomPeople, sizes: Int32Array, k: number): RoomSize {
  const own = levels.map((level) => peopleIn(level, sizes))
  const showing = suppressGroups({ levels: own, none: peopleIn(counted.none, sizes) }, k)
  return {
    total: peopleIn(everybody({ levels, none }), sizes),
    levels: own.map((size, index) => ({ size, showing: showing.levels[index]! })),
    notSaid: peopleIn(none, sizes),
    counted: peopleIn(everybody(counted), sizes),
    showing: showing.room,
  }
}

function summarise(
  part: Pick<ResultPart, 'questionnaire'>,
  workshop: Pick<Workshop, 'levels' | 'smallestGroup' | 'asksGuesses'>,
  entries: readonly CollectedEntry[],
  snapshots: readonly Snapshot[],
  audit: (concept: UnauditedConcept, toAudit: () => ToAudit) => ConceptAudit,
): RoomView {
  const { questionnaire } = part
  const snapshot = snapshots.at(-1)
  if (!snapshot) throw new RangeError('a room is summarised from a snapshot on')
  const k = workshop.smallestGroup
  const data = layOutRoom(questionnaire, workshop, entries, snapshots)
  const flagged = flagPeople(data)
  const kinds = kindsOf(data.snapshots, data.ids.length, flagged)
  const { views, sizes } = kinds
  const people = views.at(-1)!
  const counted = countedViews(views, sizes, k)
  const answers = data.columns.map((column) => tallyAnswers(column, kinds))
  const columns = questionnaire.concepts.map(({ id }) => scoreConcept(id, data.columns))
  const tallies = columns.map((column) => tallyScores(column, kinds))
  const released = tallies.map((tally) => releaseConceptOver(tally, k))
  const last = (index: number) => released[index]!.at(-1)!
  const shownIn = views.map(
    (_, number) =>
      new Set(
        columns.filter((__, index) => released[index]![number]!.released.room.shown).map(({ concept }) => concept),
      ),
  )

  const audits = new Map(
    columns.map((column, index) => {
      const own = answers.filter(({ item }) => isConceptItem(item) && item.concept === column.concept)
      const toAudit = (): ToAudit => ({
        ...countedAnswers(
          { columns: column.columns, snapshots: data.snapshots },
          own,
          kinds,
          released[index]!.map((view) => view.counted),
          k,
        ),
        ...sameRelease({
          data,
          column,
          flagged,
          answers: own,
          scores: tallies[index]!,
          place: questionnaire.concepts[index]!.place,
          k,
        }),
      })
      const scored = released[index]!.map((view) => view.whole)
      return [column.concept, audit({ column, data, scored, k }, toAudit)]
    }),
  )
  const { items: single, told, numbers } = releaseItems(answers, views, shownIn, k)
  const items: ItemView[] = []
  const lens: LensItemView[] = []
  for (const [index, view] of single.entries()) {
    const { item, options } = data.columns[index]!
    if (isConceptItem(item)) {
      const audited = audits.get(item.concept)?.hasItems ? view : hideItem(view, numbers[index]!)
      items.push({ ...audited, item: item.id, concept: item.concept, reversed: item.reversed === true })
      continue
    }
    const from = questionnaire.heldFrom && stepOfOption(scaleOf(questionnaire, item), questionnaire.heldFrom)
    const heldBy = from ? shareFrom(view, from, options) : null
    const held = heldBy === null ? null : heldBy.low >= HALF ? true : heldBy.high < HALF ? false : null
    lens.push({ ...view, item: item.id, kind: item.kind, heldBy, held, twoCamps: hasTwoCamps(view) })
  }

  const size = sizeOf(people, counted.at(-1)!, sizes, k)
  const scored = columns.map(({ concept }, index) => ({
    concept,
    ...last(index).released,
    bands: last(index).bands,
  }))
  const concepts: ConceptView[] = scored.map((view) => ({
    ...view,
    above: clearBelow(questionnaire, { concepts: scored, items }, view.concept),
  }))
  const sight = answers.flatMap(({ item, unseen, answering }, index) => {
    if (!isConceptItem(item)) return []
    const view = releaseSightOver(sizes, unseen, views, told[index]!, k, answering).at(-1)!
    return [{ item: item.id, concept: item.concept, ...view }]
  })
  const room = {
    snapshot: snapshot.number,
    takenOn: snapshot.takenOn,
    smallestGroup: k,
    size,
    concepts,
    items,
    distance: measureDistance(concepts, items, tallies, people),
    discussFirst: discussFirst(items),
    sight: { items: sight, unseenFromTop: unseenFromTop(items, sight, size) },
    lens,
    expert: tallies.map((tally, index) =>
      readExpert(tally, concepts[index]!, items, questionnaire.concepts[index]!.place, last(index).counted),
    ),
    flagged: {
      count: countFlagged(kinds, counted, k),
      concepts: columns.map(({ concept }, index) => ({ concept, ...last(index).without })),
    },
  }
  const optionsOf = (id: string) => data.columns.find((column) => column.item.id === id)!.options
  const guesses =
    data.guesses.length === 0 ? {} : { guesses: levelGuesses(people.levels.length, audits, items, optionsOf) }
  const shown = { ...room, ...guesses }
  return { ...shown, findings: roomFindings(questionnaire, shown) }
}

/**
 * Everything that the console shows of a snapshot, already released. Pure, and the
 * same for the same snapshots: earlier ones are computed again, since the release
 * of a figure depends on its earlier releases.
 *
 * A response without a level counts in the room alone; those outside the levels that are
 * shown may be left out of a figure (`whoCounts`). Figures of too few people
 * are hidden with the reason, never 0.
 *
 * @param entries those that count and former ones: all that the snapshots name
 * @param snapshots up to and including the one shown, in the order they were taken
 * @throws RangeError without a snapshot, or where one names a missing entry.
 */
export function summariseRoom(
  part: Pick<ResultPart, 'questionnaire'>,
  workshop: Pick<Workshop, 'levels' | 'smallestGroup' | 'asksGuesses'>,
  entries: readonly CollectedEntry[],
  snapshots: readonly Snapshot[],
): RoomView {
  return summarise(part, workshop, entries, snapshots, auditConcept)
}

/**
 * An invented room before the audit, which is slow where thousands are searched and
 * only ever takes figures away. Never for what people answered.
 */
export const summariseInvented = (...given: Parameters<typeof summariseRoom>): RoomView =>
  summarise(...given, leaveConcept)
