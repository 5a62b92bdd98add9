import type { Group } from '../../../core/findings/conditions/fields.ts'
import type { QualityNote } from '../../../core/findings/conditions/quality.ts'
import type {
  ConditionSentences,
  RoomCondition,
  RoomConditionSentences,
} from '../../../core/findings/conditions/table.ts'
import type { Finding, RoomFinding } from '../../../core/questionnaire/schema.ts'

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' })
const percent = (share: number) => `${Math.round(share * 1000) / 10} %`

const notes: Record<QualityNote, string> = {
  fast: 'the answers were given faster than the statements can be read',
  'same-answer': 'half of the statements in a row have the same answer',
  flat: 'the answers hardly vary',
  opposites: 'both statements of an opposite pair were affirmed',
  flagged: 'two or more signs of careless answering were found',
}

const groups: Record<Group, string> = {
  room: 'the room',
  top: 'the level nearest the top',
  work: 'the level closest to the work',
}

const limits = (from: number | undefined, below: number | undefined) =>
  list.format([...(from === undefined ? [] : [`at least ${from}`]), ...(below === undefined ? [] : [`below ${below}`])])

/** So many statements, in whichever of the concepts. */
const statements = (concepts: readonly string[], atLeast: number) =>
  `at least ${atLeast} ${atLeast === 1 ? 'statement' : 'statements'} of ${either.format(concepts)}`
/** With several statements, the share is one of each and not of all together. */
const by = (whom: string, count: number) => (count === 1 ? ` by ${whom}` : `, each by ${whom}`)
const ofThoseWhoAnswered = (share: number) => `at least ${percent(share)} of those who answered it`

const guesses: Record<RoomCondition<'guessed'>['reads'], string> = {
  knows: 'is read as knowing that it sees this differently from',
  'sees-itself': 'is read as expecting what it sees itself of',
  'expected-less': 'is read as having expected less than is reported by',
  'expected-more': 'is read as having expected more than is reported by',
  'cannot-tell': 'leaves open whether it expected what is reported by',
}

const distances: Record<RoomCondition<'distance'>['top'], (concept: string) => string> = {
  lower: (concept) => `the mean of ${concept} for ${groups.top} lies clearly below that for ${groups.work}`,
  higher: (concept) => `the mean of ${concept} for ${groups.top} lies clearly above that for ${groups.work}`,
  'cannot-tell': (concept) =>
    `the distance in ${concept} between ${groups.top} and ${groups.work} is released, but not clear`,
}

/** The preview's own texts. For editors, in English alone. */
export const previewTexts = {
  over: 'Preview of questionnaires',
  unknown: (id: string) => `There is no questionnaire “${id}”. These can be shown:`,
  questionnaires: 'Questionnaires',
  contents: 'On this page',
  filter: 'Show only entries that contain',
  found: (shown: number, all: number) => (shown === all ? `${all} entries` : `${shown} of ${all} entries`),
  nothing: 'No entry contains this. Shorten what you look for.',
  missing: 'missing',

  sections: {
    whole: 'The questionnaire',
    scales: 'Response scales',
    concepts: 'Concepts',
    constraints: 'Constraints',
    items: 'Statements, in the order they are shown',
    guess: 'What others would answer',
    room: 'Findings about a room',
    interface: 'What the interface says around it',
  },
  parts: {
    headline: { title: 'Findings: headline', about: 'Only the first that holds is shown.' },
    caveat: { title: 'Findings: caveats', about: 'All that hold are shown, under the headline.' },
    missed: {
      title: 'Findings: what is easily missed',
      about: 'For each concept, only the first that holds is shown.',
    },
    reading: {
      title: 'Findings: what to read',
      about:
        'For each concept at most three, each with another first answer: those that rest on what was reported most come first.',
    },
    lens: { title: 'Findings: the explanations', about: 'All that hold are shown.' },
    contradiction: {
      title: 'Findings: explanation against evidence',
      about: 'All that hold are shown, each with the answers it rests on.',
    },
    visibility: { title: 'Findings: what could not be seen', about: 'All that hold are shown.' },
    quality: { title: 'Findings: how the answers were given', about: 'All that hold are shown, without the reason.' },
  } satisfies Record<Finding['part'], { title: string; about: string }>,
  aboutRoom:
    'What a workshop may find about its room. Rules look only at what is released of the room: what is not released is unknown, and shows nothing. The names of the two ends, {top} and {work} in the file, are the client’s own; here they are those that set-up begins with.',
  roomParts: {
    headline: 'headline: only the first that holds is shown',
    distance: 'distance between the levels: all that hold are shown',
    discuss: 'what to discuss: all that hold are shown',
    sight: 'what could not be seen: all that hold are shown',
    lens: 'the explanations: all that hold are shown',
    contradiction: 'explanation against evidence: all that hold are shown, each with the statements it rests on',
    guess: 'guess: all that hold are shown',
    caveat: 'caveat: all that hold are shown',
  } satisfies Record<RoomFinding['part'], string>,

  labels: {
    title: 'Title',
    question: 'Question',
    lead: 'Lead',
    version: 'Version',
    sources: 'Built on',
    heldFrom: 'Held from',
    opposites: 'Opposites',
    excluded: 'Excluded words',
    stem: 'Stem',
    option: (step: number, id: string) => `${step}, ${id}`,
    cantTell: 'Can’t tell',
    name: 'Name',
    about: 'About',
    drawn: 'In the drawing',
    facet: (id: string) => `Facet ${id}`,
    place: 'Place',
    items: 'Statements',
    guessed: 'Guessed at',
    deepDive: 'Looked at closely in',
    names: 'Named in sources',
    found: 'Seen where it governs',
    examine: 'To examine',
    kind: 'Kind',
    concept: 'Concept',
    derivedFrom: 'Derived from',
    constraints: 'Constraints',
    visibleFrom: 'Visible from',
    weight: 'Weight',
    statement: 'Statement',
    ask: 'To ask',
    askFromTheWork: 'To ask close to the work',
    brief: 'First line',
    why: 'Why to read its first answer',
    part: 'Part',
    rule: 'Shown',
    text: 'Text',
    reason: 'Reason',
    answers: 'Answers',
  },
  places: { source: 'at the source', up: 'on the way up', down: 'on the way down' },
  number: (position: number, id: string) => `${position}. ${id}`,
  reversed: 'reversed: worded the other way',
  facetOf: (concept: string, facet: string) => `${concept}, facet ${facet}`,
  opposite: (pair: readonly string[]) => list.format(pair),
  derived: (title: string, section: string, bullet: number | undefined) =>
    `${title}, ${section}${bullet === undefined ? '' : `, bullet ${bullet}`}`,
  covers: (symptoms: number, misconceptions: number, constraints: readonly string[]) =>
    [
      `${symptoms} symptoms`,
      `${misconceptions} misconceptions`,
      constraints.length > 0 ? `constraints: ${constraints.join(', ')}` : 'no constraints',
    ].join('; '),
  source: (title: string, version: string, covers: string | null) =>
    `${title} (${version})${covers === null ? '' : `. To be covered: ${covers}`}`,
  unnamed: (slug: string) => `${slug} (not among the answers)`,

  edges: {
    always: 'In every result',
    level: 'All stand level, nothing unseen',
    'one-unseen': 'One unseen, one left open',
    'all-unseen': 'Nothing can be seen',
    'no-score': 'One answer for each concept: no score',
    partial: 'As few answers as a score needs',
    'low-end': 'Everything at the lowest step',
    'high-end': 'Everything at the highest step',
  },
  edgeLabels: {
    method: 'How it is scored',
    lens: 'Before the explanations',
    headline: 'Headline',
    reason: 'Its reason',
    caveat: 'Caveat',
    basis: 'Basis',
    scores: 'Scores',
    path: (concept: string) => `Drawing, ${concept}`,
    score: (concept: string) => `Score, ${concept}`,
    examine: 'To examine',
    unseen: 'Unseen',
    skipped: 'Left open',
    visibility: 'Visibility',
    quality: 'Answering',
  },

  rule: {
    always: 'Always.',
    whole: (parts: readonly string[]) => `When ${parts.join(', and ')}.`,
    any: (conditions: readonly string[]) => `at least one of these holds (${conditions.join('; ')})`,
    none: (conditions: readonly string[]) => `none of these holds (${conditions.join('; ')})`,
    turned: (id: string) => `${id} (turned)`,
  },

  conditions: {
    score: ({ concept, from, below }) => `the score of ${concept} is ${limits(from, below) || 'known'}`,
    scored: ({ concept }) => `${concept} has a score`,
    'clear-of': ({ concept, of }) => `${concept} stands clear above ${list.format(of)}`,
    level: ({ concepts }) => `no two of ${list.format(concepts)} are clearly apart`,
    reported: ({ items, from, atLeast }, name) =>
      items.length === 1
        ? `${name(items[0]!)} was answered “${from}” or further on`
        : `at least ${atLeast} of ${items.length} were answered “${from}” or further on: ${list.format(items.map(name))}`,
    'facet-leads': ({ concept, facet }) => `facet ${facet} lies above the other facets of ${concept}`,
    held: ({ items, atLeast }) =>
      items.length === 1
        ? `${items[0]} is held`
        : `at least ${atLeast} of ${items.length} are held: ${list.format(items)}`,
    explained: ({ items, atLeast }) =>
      `at least ${atLeast} of ${items.length} were answered on the scale: ${list.format(items)}`,
    unseen: ({ concepts, share }) =>
      `at least ${percent(share)} of the statements of ${list.format(concepts)} could not be seen`,
    answered: ({ concepts, share }) =>
      `at least ${percent(share)} of the statements of ${list.format(concepts)} were answered on the scale`,
    'answered-beyond-sight': ({ concepts, atLeast }) =>
      `at least ${atLeast} of the statements of ${list.format(concepts)} were answered from a place they cannot be seen from`,
    vantage: ({ in: places }) => `the respondent’s place is ${either.format(places)}`,
    quality: ({ note }) => notes[note],
  } satisfies ConditionSentences,

  roomConditions: {
    scored: ({ concept, at = 'room' }) => `the mean of ${concept} is released for ${groups[at]}`,
    score: ({ concept, at = 'room', from, below }) =>
      `the mean of ${concept} for ${groups[at]} is ${limits(from, below) || 'released'}`,
    'clear-of': ({ concept, of }) => `in the room, ${concept} stands clear above ${list.format(of)}`,
    level: ({ concepts }) => `in the room, no two of ${list.format(concepts)} are clearly apart`,
    distance: ({ concept, top }) => distances[top](concept),
    guessed: ({ concept, reads }) => `on ${concept}, ${groups.top} ${guesses[reads]} ${groups.work}`,
    reported: ({ items, from, share, atLeast }, name) => {
      const whom = by(ofThoseWhoAnswered(share), items.length)
      return items.length === 1
        ? `${name(items[0]!)} was answered “${from}” or further on${whom}`
        : `at least ${atLeast} of ${items.length} were answered “${from}” or further on${whom}: ${list.format(items.map(name))}`
    },
    held: ({ items, share, atLeast }) => {
      const whom = by(ofThoseWhoAnswered(share), items.length)
      return items.length === 1
        ? `${items[0]} is held${whom}`
        : `at least ${atLeast} of ${items.length} are held${whom}: ${list.format(items)}`
    },
    'two-camps': ({ concepts, atLeast }) =>
      `${statements(concepts, atLeast)} ${atLeast === 1 ? 'has' : 'have'} answers in two camps`,
    unseen: ({ at, concepts, share, atLeast }) =>
      `${statements(concepts, atLeast)} could not be seen${by(`at least ${percent(share)} of ${groups[at]}`, atLeast)}`,
    'unseen-from-top': ({ concepts, atLeast }) =>
      `${statements(concepts, atLeast)} could not be seen${by(`half or more of ${groups.top}`, atLeast)}, while ${groups.work} puts ${atLeast === 1 ? 'it' : 'them'} at the middle of the scale or beyond`,
  } satisfies RoomConditionSentences,
}
