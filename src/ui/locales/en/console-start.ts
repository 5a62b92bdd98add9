import type { WorkshopFileIssue } from '../../../core/workshop/workshop-file.ts'
import { count, date, number, quote, responses } from './amounts.ts'

function fileIssue(issue: WorkshopFileIssue): string {
  const again = 'Export it again from where it was kept, then import that file.'
  switch (issue.code) {
    case 'too-large':
      return `The file is larger than any workshop. Choose the file that “Export the workshop” gave.`
    case 'not-a-workshop':
      return 'This is not the file of a workshop. Choose the file that “Export the workshop” gave. Responses are handed in within a workshop.'
    case 'later-format':
      return 'The file comes from a later release of the diagnostic. Load this page again, then import it.'
    case 'shape':
      return `The file holds something, at ${quote(issue.path)}, that does not belong there. ${again}`
    case 'twice':
      return `The file holds the same response twice, at ${quote(issue.path)}. ${again}`
    case 'promises':
      return `The answers at ${quote(issue.path)} were given under other promises than the workshop in this file makes: its levels or its smallest group were changed since. ${again}`
    case 'snapshot':
      return `Snapshot ${number.format(issue.number)} in the file does not fit the responses in it. ${again}`
  }
}

/** The workshops on this device. */
export const startTexts = {
  over: 'For facilitators',
  title: 'Workshops',
  lead: 'Everybody answers on their own phone, the room talks about what it sees, and nobody is exposed. Everything stays on this device: there is no account and no server, and no connection is needed once the page is open.',
  offline: (isReady: boolean | null): string =>
    isReady === null
      ? 'Keeping this console on this device, for when there is no network …'
      : isReady
        ? 'This console is kept on this device: it opens without a network, too.'
        : 'This browser does not keep the console on this device. Open it while there is a network and leave its tab open: it then needs none.',
  create: 'Set up a workshop',
  kept: 'On this device',
  none: 'No workshop is kept on this device yet.',
  unread: 'They cannot be listed by this release.',
  open: 'Open',
  remove: 'Delete',
  of: (name: string) => `the workshop ${quote(name)}`,
  removeTitle: (name: string) => `Delete ${quote(name)}?`,
  removeText: (amount: number, isShown: boolean) =>
    [
      amount === 0
        ? 'Its set-up is deleted from this device, and codes given through its link can no longer be taken in.'
        : `Its set-up and ${responses(amount)} are deleted from this device, and codes given through its link can no longer be taken in. A file exported before can be imported again.`,
      ...(isShown ? ['That views of it were shown is remembered, without names, answers or figures.'] : []),
    ].join(' '),
  removeConfirm: 'Delete for good',
  removeKeep: 'Keep it',
  removed: (name: string) => `${quote(name)} is deleted.`,
  notRemoved: 'The browser did not let the page delete it. Clear this site’s data in the browser’s settings.',
  ledgers: (amount: number) => `Remembered of ${count(amount, 'deleted workshop', 'deleted workshops')}`,
  ledgersText:
    'Of each, its number, its terms, and sealed marks of who was in which view or was taken out: no name, no answer, no figure. A file of it that is imported again is bound by that, so that no view differs from one that was shown by a single person. “Delete everything on this device” removes this, too.',
  ledger: (id: string, views: number, iso: string | null) =>
    iso === null ? id : `${id}: ${count(views, 'view', 'views')}, the last on ${date(iso)}`,
  responses,
  latest: (iso: string) => `latest on ${date(iso)}`,
  nothing: 'nothing collected yet',
  check: 'A leader’s check',
  collecting: 'Collecting',
  closed: 'Collection closed',
  unreadable: (id: string) =>
    `The workshop ${id} cannot be read by this release. It was left as it is: load this page again for the latest release, or download it as it is.`,
  download: 'Download it as it is',
  lasting:
    'Browsers can erase what a page keeps, some of them after a week without a visit. The exported file is the copy that lasts. On a shared computer, export and delete before you leave.',
}

/** A workshop of simulated people. */
export const tryOutTexts = {
  title: 'Rehearse',
  about:
    'A sample room of 24 simulated people, with results to read and to present. Nobody gave these answers, and it says so wherever they are shown.',
  open: 'Open the sample room',
  check: 'Open a sample of a leader’s check',
  name: 'Sample room (simulated)',
  client: 'Nobody’s company (simulated)',
  levels: ['Executive team', 'Teams'] as readonly [string, string],
}

/** Bringing in the file of a workshop. */
export const importingTexts = {
  title: 'Import a workshop',
  label: 'The file of a workshop: choose it, or drop it on this page',
  issue: fileIssue,
  encoding: 'The file is not text that can be read. Choose the file that “Export the workshop” gave.',
  foreign: (name: string) =>
    `${quote(name)} asks a questionnaire, or a version of it, that this page does not have. It is kept, but it cannot collect here.`,
  done: (name: string) => `${quote(name)} is imported.`,
  elsewhere: (name: string) => `Was a view of ${quote(name)} shown on another device since this file was written?`,
  elsewhereText:
    'This device cannot know. If one was, a view here that differs from it by few people would tell about them: it then waits for as many new people as the smallest group.',
  nowhere: 'No, nowhere',
  somewhere: 'Yes, or I am not sure',
  stayOut: (amount: number) =>
    `${responses(amount)} in the file ${amount === 1 ? 'was' : 'were'} taken out here and ${amount === 1 ? 'stays' : 'stay'} out.`,
  exists: (name: string) => `${quote(name)} is on this device already.`,
  existsText: (here: number, file: number) =>
    `Here it has ${responses(here)}, in the file ${number.format(file)}. A copy gets an id of its own, so codes that participants hand over go to the one that is here. A view of either binds both, and what is taken out of one leaves both.`,
  replace: 'Replace the one here',
  both: 'Keep both',
  cancel: 'Leave it as it is',
  copy: (name: string) => `${name} (copy)`,
}
