import { LIVE_RELAYS } from 'live-relays'
import loadTexts from 'locale-loaders:hand-over'
import loadCheckTexts from 'locale-loaders:hand-over-check'
import { browserOfflineCopy } from '../../adapters/browser-offline-copy.ts'
import { browserWait } from '../../adapters/browser-clock.ts'
import { browserRandom } from '../../adapters/browser-random.ts'
import { writeWorkshop, type WorkshopLink } from '../../core/address/fragment.ts'
import { workshopOfCode } from '../../core/codes/hand-over-code.ts'
import type { Address, KeyValueStore } from '../../core/ports.ts'
import { decodeInvitation, type Invitation } from '../../core/workshop/invitation.ts'
import HandOver from '../../ui/join/HandOver.svelte'
import Opening from '../../ui/join/Opening.svelte'
import { JoinFlow, type Refusal } from '../../ui/join/join-flow.svelte.ts'
import type { SenderTools } from '../../ui/join/live-hand-over.svelte.ts'
import { Participation } from '../../ui/join/participation.svelte.ts'
import { WorkshopFiles } from '../../ui/join/workshop-files.ts'
import { SavedRuns } from '../../ui/keep/saved-runs.svelte.ts'
import type { ListedQuestionnaire } from '../../ui/parts/listed-questionnaire.ts'
import { chooseLanguage } from '../../ui/locales/choose-language.ts'
import { DEFAULT_LANGUAGE, type Language } from '../../ui/locales/index.ts'
import { untilHad } from './while-they-read.ts'

export interface Outside {
  /** The workshop's part of the address. */
  readonly link: WorkshopLink
  readonly address: Address
  readonly store: KeyValueStore
  readonly questionnaires: readonly ListedQuestionnaire[]
  /**
   * The language asked for, which comes before the workshop's, and the reader's
   * languages, which come after it.
   */
  readonly asked: string | null
  readonly known: readonly string[]
  /** Opens the page's address anew, in the place of what is shown. */
  readonly again: () => Promise<unknown>
}

export interface Joined {
  readonly flow: JoinFlow
  readonly language: Language
  /** The workshop's questionnaire, where it is on this page; `null` where it is not, or there is no workshop to join. */
  readonly questionnaire: string | null
  /** The workshop's questionnaire from a facilitator's file, once the person has opened it; else `null`. */
  readonly own: ListedQuestionnaire | null
  readonly run: {
    /** The key under which the run is kept apart. Where there is no workshop to join, nothing is kept under it. */
    readonly workshop: string
    readonly asksGuesses: boolean
    readonly saved: SavedRuns
  }
  /** Fetches the code that draws the QR picture, so that handing over needs no connection. */
  readonly prepareLater: () => Promise<unknown>
  /** Keeps the page on the device, so that it opens again without a network. */
  readonly keepPage: () => Promise<unknown>
}

const orderOf = (version: string) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major * 1000 + minor
}

/**
 * Why a workshop cannot be joined on this page; `null` where it can. For an earlier
 * version of the questionnaire, the console fits the answers to this one.
 */
async function refuse(
  invitation: Invitation,
  { questionnaires }: Outside,
  files: WorkshopFiles | null,
): Promise<Refusal | null> {
  const { questionnaire } = invitation
  if (files) return files.own ? null : { code: 'file', invitation, files }
  const here = questionnaires.find(({ id }) => id === questionnaire.id)
  if (!here) return { code: 'questionnaire' }
  const { version } = await here.take(DEFAULT_LANGUAGE)
  return orderOf(version) < orderOf(questionnaire.version) ? { code: 'version' } : null
}

interface Read {
  readonly invitation: Invitation | null
  readonly refusal: Refusal | null
  readonly own?: ListedQuestionnaire | null
}

async function read(outside: Outside): Promise<Read> {
  const { link, address, questionnaires, store, again } = outside
  if (link.kind === 'hand-over')
    return { invitation: null, refusal: { code: 'hand-over', workshop: workshopOfCode(link.payload) } }
  const decoded = decodeInvitation(`${writeWorkshop(link)}&${address.fragment()}`)
  if (!decoded.ok) return { invitation: null, refusal: { code: 'invitation', issue: decoded.issue } }
  const { invitation } = decoded
  const { fingerprint } = invitation.questionnaire
  const files = fingerprint
    ? await WorkshopFiles.of({ ...invitation.questionnaire, fingerprint }, { questionnaires, store, again })
    : null
  return { invitation, refusal: await refuse(invitation, outside, files), own: files?.own ?? null }
}

/** Loads what seals and sends, and goes on with what others have handed over on this device. */
async function prepareSending(participation: Participation): Promise<void> {
  const { loadSealing } = await untilHad(() => import('./live-sender.ts'))
  await loadSealing().catch(() => null)
  await participation.sendLeft()
}

/** The relay by its name, as a participant is told it; `null` for none. */
const relayName = (invitation: Invitation | null, address: Address): string | null =>
  invitation?.live ? new URL(invitation.live.relay || address.page()).host : null

async function textsOf(invitation: Invitation | null, language: Language) {
  const { handOverTexts } = await loadTexts[language]()
  if (!invitation?.check) return handOverTexts
  return (await loadCheckTexts[language]()).askedTexts(handOverTexts, invitation.check)
}

/** Follows the workshop's link in the address: an invitation, or a hand-over. */
export async function join(outside: Outside): Promise<Joined> {
  const { address, store, asked, known } = outside
  const { invitation, refusal, own = null } = await read(outside)
  const language = chooseLanguage(loadTexts, [asked, invitation?.language, ...known])
  const saved = new SavedRuns(store)
  // The page's policy allows these alone, so an invitation that names another is followed without a relay.
  const mayGoLive = invitation?.live ? ['', ...LIVE_RELAYS].includes(invitation.live.relay) : false
  const loadSender = () => import('./live-sender.ts')
  const sending: SenderTools = { open: async (way) => (await loadSender()).openSender(way), wait: browserWait }
  const participation =
    invitation && !refusal
      ? new Participation(invitation, saved, store, browserRandom(window), mayGoLive ? sending : null)
      : null
  const flow = new JoinFlow(
    { Intro: Opening, HandOver, participation, refusal, page: address.page(), relay: relayName(invitation, address) },
    (wish) => textsOf(invitation, wish),
  )
  await flow.prepare(language)
  flow.speak(language)
  return {
    flow,
    language,
    questionnaire: participation && !own ? participation.invitation.questionnaire.id : null,
    own,
    run: {
      workshop: participation ? participation.invitation.id : 'none',
      asksGuesses: participation?.invitation.asksGuesses === true,
      saved,
    },
    // Sealing is ready before the last answer, and costs nobody anything who was not invited to a live workshop.
    prepareLater: () =>
      Promise.all([untilHad(() => import('qr')), participation?.live ? prepareSending(participation) : null]),
    keepPage: () => browserOfflineCopy(window).keep('diagnostic'),
  }
}
