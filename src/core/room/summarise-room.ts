import { suppressGroups } from '../disclosure/suppress-groups.ts'
import { isConceptItem, scaleOf, stepOfOption } from '../questionnaire/lookup.ts'
import type { ResultPart } from '../questionnaire/parts.ts'
import { scoreColumn } from '../scoring/score-column.ts'
import type { CollectedEntry } from '../workshop/collected.ts'
import type { Snapshot } from '../workshop/snapshot.ts'
import type { Workshop } from '../workshop/workshop.ts'
import { auditItems, coarsenItem, type AuditedConcept, type Coarsening } from './audit-items.ts'
import { clearBelow } from './clear-of.ts'
import { countedViews } from './counted-people.ts'
import { discussFirst, hasTwoCamps } from './discuss-first.ts'
import { flagPeople } from './flag-people.ts'
import { conceptDistance, measureDistance } from './measure-distance.ts'
import type { ConceptColumn } from './group-scores.ts'
import { releaseConceptOver } from './release-concepts.ts'
import { releaseItems } from './release-items.ts'
import { countFlagged, releaseSightOver } from './release-sight.ts'
import { readExpert } from './read-expert.ts'
import { everybody, layOutRoom, type AnswerColumn, type RoomData, type RoomPeople } from './room-data.ts'
import { roomFindings } from './room-findings.ts'
import type { ConceptView, ItemView, LensItemView, RoomSize, RoomView } from './room-view.ts'
import { shareFrom } from './share-from.ts'
import { unseenFromTop } from './unseen-from-top.ts'

/** The room holds an explanation from this share of its people on. */
const HALF = 0.5

function scoreConcept(concept: string, columns: readonly AnswerColumn[]): ConceptColumn {
  const own = columns.filter(({ item }) => isConceptItem(item) && item.concept === concept)
  const scores = scoreColumn(
    own.map(({ item, options, answers }) => ({
      steps: answers.map((answer) => Math.max(0, answer)),
      options,
      reversed: isConceptItem(item) && item.reversed === true,
      weight: isConceptItem(item) ? (item.weight ?? 1) : 1,
    })),
  )
  return { concept, columns: own, scores }
}

/**
 * Everything that is released of a concept in every view, as texts to compare: its
 * items, of which only those that were changed can differ, and its scores.
 */
function printsOf(
  { questionnaire }: Pick<ResultPart, 'questionnaire'>,
  data: RoomData,
  concept: string,
  k: number,
): AuditedConcept['prints'] {
  const place = questionnaire.concepts.find(({ id }) => id === concept)!.place
  const printItems: AuditedConcept['prints'][number] = (columns, changed, coarsening) => {
    if (coarsening === 'items') return ''
    const own = changed.map((index) => columns[index]!)
    const views = data.snapshots.map((_, last) => {
      const snapshots = data.snapshots.slice(0, last + 1)
      return releaseItems(
        { ...data, columns: own, snapshots },
        snapshots.map(() => new Set()),
        k,
      ).map((item, index) => coarsenItem(item, own[index]!.options, coarsening))
    })
    return JSON.stringify(views)
  }
  const printScores: AuditedConcept['prints'][number] = (columns) => {
    const replaced = new Map(columns.map((column) => [column.item.id, column]))
    const all = data.columns.map((column) => replaced.get(column.item.id) ?? column)
    const flagged = flagPeople({ columns: all, paces: data.paces })
    const scored = scoreConcept(concept, columns)
    const views = releaseConceptOver(data.snapshots, scored, flagged, k).map(
      ({ released, bands, without, leftOut }, number) => {
        const people = data.snapshots[number]!
        const view = { concept, ...released, bands }
        const counted = { levels: people.levels, none: leftOut ? new Int32Array() : people.none }
        return [
          view,
          without,
          conceptDistance(view, scored, people.levels[0]!, people.levels.at(-1)!),
          readExpert(scored, view, [], place, counted),
        ]
      },
    )
    return JSON.stringify([[...flagged], views])
  }
  return [printItems, printScores]
}

function sizeOf({ levels, none }: RoomPeople, counted: RoomPeople, k: number): RoomSize {
  const showing = suppressGroups({ levels: levels.map(({ length }) => length), none: counted.none.length }, k)
  return {
    total: levels.reduce((sum, { length }) => sum + length, none.length),
    levels: levels.map(({ length }, index) => ({ size: length, showing: showing.levels[index]! })),
    notSaid: none.length,
    counted: everybody(counted).length,
    showing: showing.room,
  }
}

function summarise(
  part: Pick<ResultPart, 'questionnaire'>,
  workshop: Pick<Workshop, 'levels' | 'smallestGroup'>,
  entries: readonly CollectedEntry[],
  snapshots: readonly Snapshot[],
  audit: (concept: AuditedConcept) => Coarsening,
): RoomView {
  const { questionnaire } = part
  const snapshot = snapshots.at(-1)
  if (!snapshot) throw new RangeError('a room is summarised from a snapshot on')
  const k = workshop.smallestGroup
  const data = layOutRoom(questionnaire, workshop, entries, snapshots)
  const people = data.snapshots.at(-1)!
  const counted = countedViews(data.snapshots, k)
  const flagged = flagPeople(data)
  const columns = questionnaire.concepts.map(({ id }) => scoreConcept(id, data.columns))
  const released = columns.map((column) => releaseConceptOver(data.snapshots, column, flagged, k))
  const last = (index: number) => released[index]!.at(-1)!
  const shownIn = data.snapshots.map(
    (_, number) =>
      new Set(
        columns.filter((__, index) => released[index]![number]!.released.room.shown).map(({ concept }) => concept),
      ),
  )

  const coarsenings = new Map(
    columns.map((column) => [
      column.concept,
      audit({
        columns: column.columns,
        snapshots: data.snapshots,
        k,
        prints: printsOf(part, data, column.concept, k),
      }),
    ]),
  )
  const items: ItemView[] = []
  const lens: LensItemView[] = []
  for (const [index, view] of releaseItems(data, shownIn, k).entries()) {
    const { item, options } = data.columns[index]!
    if (isConceptItem(item)) {
      const audited = coarsenItem(view, options, coarsenings.get(item.concept) ?? 'items')
      items.push({ ...audited, item: item.id, concept: item.concept, reversed: item.reversed === true })
      continue
    }
    const from = questionnaire.heldFrom && stepOfOption(scaleOf(questionnaire, item), questionnaire.heldFrom)
    const heldBy = from ? shareFrom(view, from, options) : null
    const held = heldBy === null ? null : heldBy.low >= HALF ? true : heldBy.high < HALF ? false : null
    lens.push({ ...view, item: item.id, kind: item.kind, heldBy, held, twoCamps: hasTwoCamps(view) })
  }

  const size = sizeOf(people, counted.at(-1)!, k)
  const scored = columns.map(({ concept }, index) => ({
    concept,
    ...last(index).released,
    bands: last(index).bands,
  }))
  const concepts: ConceptView[] = scored.map((view) => ({
    ...view,
    above: clearBelow(questionnaire, { concepts: scored, items }, view.concept),
  }))
  const sight = data.columns.flatMap((column) =>
    isConceptItem(column.item)
      ? [{ item: column.item.id, concept: column.item.concept, ...releaseSightOver(column, data.snapshots, k) }]
      : [],
  )
  const room = {
    snapshot: snapshot.number,
    takenOn: snapshot.takenOn,
    smallestGroup: k,
    size,
    concepts,
    items,
    distance: measureDistance(concepts, items, columns, people),
    discussFirst: discussFirst(items),
    sight: { items: sight, unseenFromTop: unseenFromTop(items, sight, size) },
    lens,
    expert: columns.map((column, index) =>
      readExpert(column, concepts[index]!, items, questionnaire.concepts[index]!.place, {
        levels: people.levels,
        none: last(index).leftOut ? new Int32Array() : people.none,
      }),
    ),
    flagged: {
      count: countFlagged(flagged, counted, k),
      concepts: columns.map(({ concept }, index) => ({ concept, ...last(index).without })),
    },
  }
  return { ...room, findings: roomFindings(questionnaire, room) }
}

/**
 * Everything that the console shows of a snapshot, already released. Pure, and the
 * same for the same snapshots: earlier ones are computed again, since the release
 * of a figure depends on its earlier releases.
 *
 * A response without a level counts in the room alone, or is left out of a figure
 * (`countedPeople`). Figures of too few people
 * are hidden with the reason, never 0.
 *
 * @param entries those that count and former ones: all that the snapshots name
 * @param snapshots up to and including the one shown, in the order they were taken
 * @throws RangeError without a snapshot, or where one names a missing entry.
 */
export function summariseRoom(
  part: Pick<ResultPart, 'questionnaire'>,
  workshop: Pick<Workshop, 'levels' | 'smallestGroup'>,
  entries: readonly CollectedEntry[],
  snapshots: readonly Snapshot[],
): RoomView {
  return summarise(part, workshop, entries, snapshots, auditItems)
}

/**
 * An invented room before the audit, which is slow where thousands are searched and
 * only ever takes figures away. Never for what people answered.
 */
export function summariseInvented(
  part: Pick<ResultPart, 'questionnaire'>,
  workshop: Pick<Workshop, 'levels' | 'smallestGroup'>,
  entries: readonly CollectedEntry[],
  snapshots: readonly Snapshot[],
): RoomView {
  return summarise(part, workshop, entries, snapshots, () => 'none')
}
