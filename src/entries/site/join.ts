import { browserOfflineCopy } from '../../adapters/browser-offline-copy.ts'
import { workshopOfCode } from '../../core/codes/hand-over-code.ts'
import type { Address, Chance, KeyValueStore } from '../../core/ports.ts'
import { decodeInvitation, type Invitation } from '../../core/workshop/invitation.ts'
import HandOver from '../../ui/join/HandOver.svelte'
import Opening from '../../ui/join/Opening.svelte'
import { JoinFlow, type Refusal } from '../../ui/join/join-flow.svelte.ts'
import { Participation } from '../../ui/join/participation.svelte.ts'
import { SavedRuns } from '../../ui/keep/saved-runs.svelte.ts'
import type { ListedQuestionnaire } from '../../ui/parts/listed-questionnaire.ts'
import { chooseLanguage } from '../../ui/locales/choose-language.ts'
import type { Language } from '../../ui/locales/index.ts'

const TEXTS = {
  en: () => import('../../ui/locales/en/hand-over.ts'),
  fr: () => import('../../ui/locales/fr/hand-over.ts'),
} as const

export interface Outside {
  readonly address: Address
  readonly store: KeyValueStore
  readonly chance: Chance
  readonly questionnaires: readonly ListedQuestionnaire[]
  /** The language asked for, before the one the workshop is in, and those the reader knows, after it. */
  readonly asked: string | null
  readonly known: readonly string[]
}

export interface Joined {
  readonly errand: JoinFlow
  readonly language: Language
  /** The questionnaire the workshop asks; `null` where there is no workshop to join. */
  readonly questionnaire: string | null
  /** What the run is kept apart under. Where there is no workshop to join, nothing is ever kept there. */
  readonly workshop: string
  readonly saved: SavedRuns
  /** Fetches what draws the code, so that a hand-over needs no connection any more. */
  readonly prepareLater: () => Promise<unknown>
  /** Keeps the page on the device, so that it opens again without a network. */
  readonly keepPage: () => Promise<unknown>
}

const orderOf = (version: string) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major * 1000 + minor
}

/** Why a workshop cannot be joined on this page, if so. Of an earlier version, the console fits the answers of this one. */
async function refuse({ questionnaire }: Invitation, { questionnaires }: Outside): Promise<Refusal | null> {
  const here = questionnaires.find(({ id }) => id === questionnaire.id)
  if (!here) return { code: 'questionnaire' }
  const { version } = await here.take('en')
  return orderOf(version) < orderOf(questionnaire.version) ? { code: 'version' } : null
}

async function read(outside: Outside): Promise<{ invitation: Invitation | null; refusal: Refusal | null }> {
  const errand = outside.address.errand()
  const handOver = /^h(?:=|%3d)([\w-]*)/i.exec(errand)?.[1]
  if (handOver !== undefined)
    return { invitation: null, refusal: { code: 'hand-over', workshop: workshopOfCode(handOver) } }
  const decoded = decodeInvitation(errand)
  if (!decoded.ok) return { invitation: null, refusal: { code: 'invitation', issue: decoded.issue } }
  return { invitation: decoded.invitation, refusal: await refuse(decoded.invitation, outside) }
}

/** Links within the page keep what it was opened for in the address, so that loading it anew leads here again. */
function keepErrand(address: Address): void {
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    address.go(link.getAttribute('href')?.slice(1) ?? '')
  })
}

/** Takes up what the page was opened for beside the diagnostic: an invitation, or what somebody handed over. */
export async function join(outside: Outside): Promise<Joined> {
  const { address, store, chance, asked, known } = outside
  const { invitation, refusal } = await read(outside)
  const language = chooseLanguage([asked, invitation?.language, ...known])
  const saved = new SavedRuns(store)
  const participation = invitation && !refusal ? new Participation(invitation, saved, store, chance) : null
  const errand = new JoinFlow(
    { Intro: Opening, HandOver, participation, refusal, page: address.page() },
    async (wish) => (await TEXTS[wish]()).handOverTexts,
  )
  await errand.prepare(language)
  errand.speak(language)
  keepErrand(address)
  return {
    errand,
    language,
    questionnaire: participation ? participation.invitation.questionnaire.id : null,
    workshop: participation ? participation.invitation.id : 'none',
    saved,
    prepareLater: () => import('qr'),
    keepPage: () => browserOfflineCopy(window).keep('diagnostic'),
  }
}
