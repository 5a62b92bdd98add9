import type { Missing, SnapshotDecision } from '../../../core/disclosure/next-snapshot.ts'
import { stillMissing } from '../../../core/disclosure/still-missing.ts'
import type { ForeseenPart, ForeseenSnapshot } from '../../../core/room/foresee-snapshot.ts'
import { date, list, number, people, quote, responses } from './amounts.ts'
import { foreseen } from './console-foreseen.ts'

function foreseenNow(label: string, level: ForeseenSnapshot['levels'][number], k: number): string {
  switch (level.view) {
    case 'too-few':
      return `${quote(label)}: not shown. ${level.people === 0 ? 'Nobody has' : `${people(level.people)} ${level.people === 1 ? 'has' : 'have'}`} answered, and ${number.format(level.more)} more from ${quote(label)} would let it be shown.`
    case 'would-reveal-others':
      return `${quote(label)}: not shown, or the difference would tell about fewer than ${number.format(k)} others. Wait until these are more.`
    case 'means':
    case 'spread':
    case 'unknown':
      return foreseen(label, level.view, level.people, k)
  }
}

function partName(part: ForeseenPart, levels: readonly string[]): string {
  if (typeof part === 'number') return quote(levels[part] ?? '')
  return { room: 'the room', statements: 'single statements', distance: 'the distance' }[part]
}

function foreseenStatements(statements: ForeseenSnapshot['statements']): string {
  switch (statements) {
    case 'yes':
      return 'Single statements are shown, as far as the answers allow.'
    case 'once':
      return 'Single statements are shown in this view and in no later one. For that, wait until ten have answered.'
    case 'never':
      return 'Single statements are not shown any more: the difference to an earlier view would tell about a few people.'
    default:
      return `Single statements are not shown: compared with the last view, so few who are new could be told apart. Wait for ${number.format(statements)} more.`
  }
}

/** The people that a view still lacks, in words. */
function needed(missing: readonly Missing[], labels: readonly string[]): string {
  const { anywhere, levels } = stillMissing(missing)
  const at = (amount: (more: number) => string) =>
    list.format(levels.map(({ level, more }) => `${amount(more)} in ${quote(labels[level] ?? '')}`))
  if (anywhere === 0) return at(people)
  return levels.length === 0 ? people(anywhere) : `${people(anywhere)}, among them ${at((more) => number.format(more))}`
}

function verdict(why: Extract<SnapshotDecision, { ok: false }>, levels: readonly string[]): string {
  switch (why.why) {
    case 'more-than-expected':
      return `More people have answered than were expected: ${needed(why.missing, levels)} too many. Somebody may have answered twice, and nothing is shown until you say that they are all different people.`
    case 'too-few':
      return `Too few have answered for anything to be shown. Still needed: ${needed(why.missing, levels)}.`
    case 'too-many-views':
      return 'This workshop holds as many views as it can. Set up another workshop for the next.'
    case 'too-few-new':
      return `What came in since the last snapshot is not shown yet: so few could be told apart by comparing the two. Still needed: ${needed(why.missing, levels)}.`
    case 'would-reveal-others':
      return 'What changed since the last snapshot is not shown: compared with what the room has seen, it would tell about a few people alone.'
  }
}

/** Closing collection, and the views. */
export const closeTexts = {
  title: 'Close collection',
  lead: (k: number) =>
    `When you close, the responses are frozen as a snapshot and the room can see results. You can reopen for late responses; a new snapshot then needs at least ${number.format(k)} more people, so that nobody can be worked out by comparing the two.`,
  ask: 'Close collection',
  askTitle: 'Close collection?',
  askText: (amount: number, k: number) =>
    amount < k
      ? `Only ${responses(amount)} ${amount === 1 ? 'is' : 'are'} in, and nothing is shown of fewer than ${number.format(k)}. You can close and reopen, but there will be no results.`
      : `${responses(amount)} ${amount === 1 ? 'is' : 'are'} frozen as a snapshot, and the results are shown. Nothing more is taken in until you reopen.`,
  unreached: (since: string | null) =>
    `The relay is not reached now. What people have handed over${since === null ? '' : ` since ${date(since)}`} and waits there would not be in, and they would be told that collection was closed.`,
  confirm: 'Close it',
  keep: 'Keep collecting',
  closed: 'Collection is closed',
  preview: {
    title: 'What the room would see now',
    about: 'By how many have answered. What they answered is not looked at, so single figures can still be hidden.',
    beside:
      'Beside an earlier view, averages near an end of the scale can be ranges, and the distance “at least” so many points. The earlier view stays as it was shown.',
    level: foreseenNow,
    statements: foreseenStatements,
    loses: (parts: readonly ForeseenPart[], levels: readonly string[]) =>
      `This view would show less than the last one. It would be without: ${list.format(parts.map((part) => partName(part, levels)))}.`,
  },
  snapshot: (which: number, iso: string, amount: number) =>
    `Snapshot ${number.format(which)} of ${date(iso)}, with ${responses(amount)}. What is shown of it never changes.`,
  verdict,
  vouch: 'They are all different people',
  vouched: 'It is noted that they are all different people.',
  reopen: 'Reopen collection',
  late: (amount: number) =>
    `${responses(amount)} came after closing and ${amount === 1 ? 'was' : 'were'} not taken in. Reopen collection to take in what comes late.`,
  reopened: 'Collection is open again.',
  heldBack: (amount: number) =>
    `${amount === 1 ? 'One person has' : `${number.format(amount)} people have`} handed over other answers since an earlier view. A further view keeps the earlier ones, because the difference would tell who said what.`,
  own: {
    title: 'Participants’ own results',
    text: 'They wait until the room has seen its own. Then show or say this word: typed on a participant’s page, it opens theirs. The last step of the presentation shows it, too. It is courtesy and protects nothing: whoever asks sees their own result sooner, and on the day after all of them open by themselves.',
  },
  exportAgain: 'Export the workshop again now: a file from before does not know what was shown since.',
  exportAgainThere:
    'Export the workshop again now, under “Take away”: a file from before does not know what was shown since.',
  leftOut: (amount: number) =>
    `${amount === 1 ? 'One person is' : `${number.format(amount)} people are`} in a view of which answers were taken out, and in no further one: the difference between the two could tell what those answers were.`,
  noFigures: (which: number) =>
    `The figures of snapshot ${number.format(which)} are not on this device. Answers were taken out of it, so they cannot be worked out again.`,
  views: 'Which view to show',
  view: (which: number, iso: string, amount: number) =>
    `View ${number.format(which)}, ${date(iso)}, ${responses(amount)}`,
  failed: 'The results could not be worked out. Nothing is lost: what was collected is kept.',
  tryAgain: 'Try again',
}
